import { Button } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { Remark } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { SkillLegend } from '../../ui/skill-dot.js';
import { type Filter, filterCompetencies, filters, filtersFor, firstOpen } from './filter-competencies.js';
import { HistoryPanel } from './history-panel.js';
import css from './job-book.module.css';
import { ProcessSection } from './process-section.js';
import { SkillDialog } from './skill-dialog.js';
import { useSkillDesk } from './use-skill-desk.js';

/** The Job Book by work process; a mentor demonstrates, observes and signs off in place, the apprentice asks for it. */
export function JobBook({ record }: { record: MergedRecord }) {
  const [filter, setFilter] = useState<Filter>('all');
  // What was signed a moment ago stays in sight under "Open", with its success beside it.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  // Only the first with something open is unfolded to begin with: the whole book is some hundred lines.
  const [expanded, setExpanded] = useState(() => firstOpen(filterCompetencies(record.processes, filter)));
  const desk = useSkillDesk(record, (code) => setKept(new Set([...kept, code])));
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
          {filtersFor(record.processes).map((one) => (
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
      <SkillLegend />
      <LevelScale levels={record.levels} />
      {sections.length === 0 && <Empty title={nothing[filter]} />}
      {sections.map(({ process, shown }) => (
        <ProcessSection
          key={process.code}
          record={record}
          process={process}
          shown={shown}
          expanded={expanded.has(process.code)}
          onToggle={() => toggle(process.code)}
          desk={desk}
        />
      ))}
      <SkillDialog opened={desk.act} mentor={desk.mentor} onClose={desk.close} onDone={desk.finish} />
      <HistoryPanel opened={desk.history} mayVoid={desk.mayVoid} onClose={desk.close} />
    </div>
  );
}

const nothing = {
  all: 'There is nothing in this Job Book yet',
  open: 'Everything is signed',
  asked: 'Nothing is asked for',
  signed: 'Nothing is signed yet',
} as const satisfies Record<Filter, string>;

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
