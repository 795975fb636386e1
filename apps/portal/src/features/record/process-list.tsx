import type { MergedRecord } from '@journeybook/contracts';
import type { ReactNode } from 'react';
import { OpenNumber } from '../../ui/open-number.js';
import { showHours, showHoursCount } from '../../ui/show-hours.js';
import { SkillLegend } from '../../ui/skill-dot.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import { JobBookDots } from './job-book-dots.js';
import type { Opened } from './opened.js';
import css from './process-list.module.css';

interface ProcessListProps {
  readonly record: MergedRecord;
  readonly onOpen: (opened: Opened) => void;
  readonly jobBook: (children: ReactNode) => ReactNode;
}

/** On-the-job training by work process: what counts of what is needed, and the sign-offs. */
export function ProcessList({ record, onOpen, jobBook }: ProcessListProps) {
  return (
    <section className="card" aria-labelledby="processes">
      <h2 id="processes">On the job, by work process</h2>
      <div className={css.legend}>
        <SkillLegend />
      </div>
      <div className={css.head} aria-hidden="true">
        <span>Process</span>
        <span className={css.counts}>Counts / needed</span>
        <span>Job Book</span>
      </div>
      <ul>
        {record.processes.map((process) => (
          <li key={process.code} className={css.process}>
            <span className={css.title}>
              {process.title}
              {process.local && <span className="soft"> ({record.employer.name})</span>}
              <Range process={process} />
            </span>
            <span className={css.bar}>
              <StackedBar
                parts={{
                  ojt: process.creditedMinutes,
                  pending: process.pendingMinutes,
                  required: process.requiredMinutes,
                }}
                label={`${showHours(process.creditedMinutes)} count, ${showHours(process.pendingMinutes)} wait, ${showHours(process.leftMinutes)} left`}
              />
            </span>
            <Counts process={process} onOpen={onOpen} />
            <span className={css.dots}>
              {process.competencies.length > 0 ? (
                jobBook(<JobBookDots competencies={process.competencies} />)
              ) : (
                <span className="soft">no sign{'\u2011'}offs</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Process = MergedRecord['processes'][number];

/** The least that must be worked and the most that counts, where they are not what is required. */
function Range({ process }: { process: Process }) {
  const { requiredMinutes, minimumMinutes, maximumMinutes } = process;
  const words = [
    ...(minimumMinutes === null || minimumMinutes === requiredMinutes ? [] : [`at least ${showHours(minimumMinutes)}`]),
    ...(maximumMinutes === requiredMinutes ? [] : [`up to ${showHours(maximumMinutes)} count`]),
  ];
  return words.length > 0 && <span className={css.range}>{words.join(', ')}</span>;
}

function Counts({ process, onOpen }: { process: Process; onOpen: (opened: Opened) => void }) {
  const { code, title, creditedMinutes, requiredMinutes, uncountedMinutes, pendingMinutes } = process;
  return (
    <span className={css.counts}>
      <span className="num">
        <OpenNumber
          name={`${showHours(creditedMinutes)} count in ${title}: open the entries`}
          onOpen={() => onOpen({ view: 'entries', subject: 'work-process', code })}
        >
          {showHoursCount(creditedMinutes)}
        </OpenNumber>{' '}
        / {showHours(requiredMinutes)}
      </span>
      {uncountedMinutes > 0 && (
        <span className={css.over}>{showHours(uncountedMinutes)} above the maximum, not counted</span>
      )}
      {pendingMinutes > 0 && (
        <span className={css.waiting}>
          <OpenNumber
            name={`${showHours(pendingMinutes)} wait in ${title}: open what waits`}
            onOpen={() => onOpen({ view: 'waiting', code })}
          >
            {showHours(pendingMinutes)}
          </OpenNumber>{' '}
          waiting
        </span>
      )}
    </span>
  );
}
