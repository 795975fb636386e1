import { Button } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { Remark } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { type Filter, filterCompetencies, filters, firstOpen } from './filter-competencies.js';
import css from './job-book.module.css';
import { ProcessSection } from './process-section.js';

/** The Job Book by work process; a mentor signs off in place. */
export function JobBook({ record }: { record: MergedRecord }) {
  const [filter, setFilter] = useState<Filter>('all');
  // What was signed a moment ago stays in sight under "Open", with its success beside it.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  // Only the first with something open is unfolded to begin with: the whole book is some hundred lines.
  const [expanded, setExpanded] = useState(() => firstOpen(filterCompetencies(record.processes, filter)));
  const sections = filterCompetencies(record.processes, filter, kept);
  const { required, signedOff } = record.competencies;
  const choose = (one: Filter) => {
    setKept(new Set());
    setFilter(one);
    setExpanded(firstOpen(filterCompetencies(record.processes, one)));
  };
  const toggle = (code: string) =>
    setExpanded(new Set(expanded.has(code) ? [...expanded].filter((other) => other !== code) : [...expanded, code]));
  return (
    <div className="stack">
      {record.jobBookStatus === 'template-unverified' && (
        <Remark>This is still the starter template. {record.employer.name} must review it first.</Remark>
      )}
      <div className="row between">
        <p>
          <b>{signedOff}</b> of {required} signed
        </p>
        <div role="group" aria-label="Show" className="row">
          {(Object.keys(filters) as Filter[]).map((one) => (
            <Button
              key={one}
              variant={filter === one ? 'filled' : 'default'}
              aria-pressed={filter === one}
              onClick={() => choose(one)}
            >
              {filters[one]}
            </Button>
          ))}
        </div>
      </div>
      <LevelScale levels={record.levels} />
      {sections.length === 0 && <Empty title={filter === 'open' ? 'Everything is signed' : 'Nothing is signed yet'} />}
      {sections.map(({ process, shown }) => (
        <ProcessSection
          key={process.code}
          record={record}
          process={process}
          shown={shown}
          expanded={expanded.has(process.code)}
          onToggle={() => toggle(process.code)}
          onSigned={(competency) => setKept(new Set([...kept, competency]))}
        />
      ))}
    </div>
  );
}

function LevelScale({ levels }: { levels: MergedRecord['levels'] }) {
  return (
    <details className={css.levels}>
      <summary>What the levels mean</summary>
      <ul>
        {levels.map(({ level, name }) => (
          <li key={level}>
            <b>{level}</b> {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
