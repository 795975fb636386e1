import type { MergedRecord } from '@journeybook/contracts';
import { minutesPerHour } from '@journeybook/domain';
import { anyOf } from '../../ui/join-names.js';
import { OpenNumber } from '../../ui/open-number.js';
import { showHours, showHoursCount } from '../../ui/show-hours.js';
import { BarLegend, StackedBar } from '../../ui/stacked-bar.js';
import css from './credited-card.module.css';
import type { Opened } from './opened.js';
import { PaceLine } from './pace-line.js';
import { waitedFor } from './record-words.js';

interface CreditedCardProps {
  readonly record: MergedRecord;
  readonly onOpen: (opened: Opened) => void;
}

/** The one number that counts, first; then what it is made of, and what waits beside it. */
export function CreditedCard({ record, onOpen }: CreditedCardProps) {
  const { ojt, rti } = record;
  const credited = ojt.creditedMinutes + rti.creditedMinutes;
  const required = ojt.requiredMinutes + rti.requiredMinutes;
  const pending = ojt.pendingMinutes + rti.pendingMinutes;
  const all = { view: 'entries', subject: null, code: null } as const;
  return (
    <section className="card" aria-label="What counts">
      <div className={css.top}>
        <p>
          <span className={css.big}>
            <OpenNumber name={`${showHours(credited)} count: open all entries`} onOpen={() => onOpen(all)}>
              {showHoursCount(credited)}
            </OpenNumber>
          </span>{' '}
          <span className={css.of}>
            of {showHoursCount(required)} {credited % minutesPerHour === 0 ? 'hours count' : 'h count'}
          </span>
        </p>
        <Sums record={record} onOpen={onOpen} />
      </div>
      <StackedBar
        tall
        parts={{ ojt: ojt.creditedMinutes, rti: rti.creditedMinutes, pending, required }}
        label={`${showHours(ojt.creditedMinutes)} on the job and ${showHours(rti.creditedMinutes)} of instruction count, ${showHours(pending)} wait, of ${showHours(required)}`}
      />
      <div className={css.legend}>
        <BarLegend />
        {record.pace && <PaceLine pace={record.pace} />}
      </div>
    </section>
  );
}

function Sums({ record, onOpen }: CreditedCardProps) {
  const { ojt, rti, competencies, pending, mentors } = record;
  const open = (subject: 'work-process' | 'course' | 'competency') => () =>
    onOpen({ view: 'entries', subject, code: null });
  return (
    <ul className={css.sums}>
      <li>
        OJT{' '}
        <OpenNumber
          name={`${showHours(ojt.creditedMinutes)} on the job: open the entries`}
          onOpen={open('work-process')}
        >
          {showHoursCount(ojt.creditedMinutes)}
        </OpenNumber>{' '}
        / {showHours(ojt.requiredMinutes)}
      </li>
      <li>
        RTI{' '}
        <OpenNumber name={`${showHours(rti.creditedMinutes)} of instruction: open the entries`} onOpen={open('course')}>
          {showHoursCount(rti.creditedMinutes)}
        </OpenNumber>{' '}
        / {showHours(rti.requiredMinutes)}
      </li>
      <li>
        Job Book{' '}
        <OpenNumber name={`${competencies.signedOff} signed: open the entries`} onOpen={open('competency')}>
          {competencies.signedOff}
        </OpenNumber>{' '}
        / {competencies.required} signed
      </li>
      {ojt.pendingMinutes > 0 && (
        <li className={css.waiting}>
          <OpenNumber
            name={`${showHours(ojt.pendingMinutes)} wait: open what waits`}
            onOpen={() => onOpen({ view: 'waiting', code: null })}
          >
            {showHours(ojt.pendingMinutes)}
          </OpenNumber>{' '}
          wait for {anyOf(mentors)}
          {waitedFor(pending)}
        </li>
      )}
    </ul>
  );
}
