import { Button } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { Remark } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { CompetencyLine } from './competency-line.js';
import { type Filter, filterCompetencies, filters } from './filter-competencies.js';
import css from './job-book.module.css';

/** The Job Book by work process; a mentor signs off in place. */
export function JobBook({ record }: { record: MergedRecord }) {
  const [filter, setFilter] = useState<Filter>('all');
  // What was signed a moment ago stays in sight under "Open", with its success beside it.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const sections = filterCompetencies(record.processes, filter, kept);
  const { required, signedOff } = record.competencies;
  const choose = (one: Filter) => {
    setKept(new Set());
    setFilter(one);
  };
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
        <section key={process.code} className="card" aria-labelledby={`process-${process.code}`}>
          <div className="row between">
            <h2 id={`process-${process.code}`}>{process.title}</h2>
            <span className="soft">
              {process.competencies.filter((one) => one.signedOff).length} of {process.competencies.length} signed
            </span>
          </div>
          <ul>
            {shown.map((competency) => (
              <CompetencyLine
                key={competency.code}
                competency={competency}
                record={record}
                onSigned={() => setKept(new Set([...kept, competency.code]))}
              />
            ))}
          </ul>
        </section>
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
