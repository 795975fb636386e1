import type { MergedRecord } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { Empty } from '../../ui/empty.js';
import { anyOf } from '../../ui/join-names.js';
import { showDate, showInstant } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { showTimes } from '../../ui/work-times.js';
import css from './entry-lines.module.css';

/** Hours that wait: beside what counts, never in it. Of one work process, or of all when the code is null. */
export function PendingLines(props: { record: MergedRecord; code: string | null; titled?: boolean }) {
  const { record, code, titled = false } = props;
  const waiting = record.pending.filter((entry) => code === null || entry.workProcess.code === code);
  if (waiting.length === 0) return titled ? null : <Empty title="Nothing waits" />;
  return (
    <section className="stack" aria-label="Waiting, not counted yet">
      {titled && <h3>Waiting, not counted yet</h3>}
      <ul className={css.lines}>
        {waiting.map((entry) => (
          <li key={entry.id} className={css.line}>
            <div className={css.entry}>
              <span className={css.date}>{showDate(entry.workedOn)}</span>
              <div className={css.what}>
                {showHours(entry.minutes)} · {entry.workProcess.title}
                {entry.times && <span className="soft"> {showTimes(entry.times)}</span>}
                {entry.note !== '' && <p className={css.text}>{entry.note}</p>}
                <p className="soft">
                  {entry.employer.name} · logged {showInstant(entry.loggedAt)}
                </p>
              </div>
              <span className={css.by}>
                <Badge tone="wait">wait for {anyOf(record.mentors)}</Badge>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
