import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.js';
import { showDate, showInstant, showInstantDate } from '../../ui/show-dates.js';
import { describeEntry, sourceOf, verbOf } from './describe-entry.js';
import css from './entry-lines.module.css';

interface EntryLinesProps {
  readonly entries: readonly RecordEntryView[];
  readonly levels: MergedRecord['levels'];
  /** Whether each line says what it is about; not needed where all are about the same. */
  readonly named?: boolean;
  /** What the reader may do with an entry, at its line. */
  readonly acts?: ((entry: RecordEntryView) => ReactNode) | undefined;
}

/** Entries of the record; a reversed one is struck, with its reversal beside it. */
export function EntryLines({ entries, levels, named = false, acts }: EntryLinesProps) {
  const listed = new Set(entries.map((entry) => entry.id));
  const reversals = new Map(entries.flatMap((entry) => (entry.reverses ? [[entry.reverses, entry] as const] : [])));
  // A reversal stands under the entry it takes back; alone only when that entry is on another page.
  const lines = entries.filter((entry) => !(entry.reverses && listed.has(entry.reverses)));
  return (
    <ul className={css.lines}>
      {lines.map((entry) => {
        const reversal = reversals.get(entry.id);
        return (
          <li key={entry.id} className={css.line}>
            <EntryLine entry={entry} levels={levels} named={named} apart={!reversal} />
            {acts && <div className={css.acts}>{acts(entry)}</div>}
            {reversal && (
              <div className={css.reversal}>
                <EntryLine entry={reversal} levels={levels} named={false} apart={false} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface EntryLineProps {
  readonly entry: RecordEntryView;
  readonly levels: EntryLinesProps['levels'];
  readonly named: boolean;
  /** Whether its reversal stands elsewhere, so that this line itself must say that it was taken back. */
  readonly apart: boolean;
}

function EntryLine({ entry, levels, named, apart }: EntryLineProps) {
  const reverses = entry.kind === 'entry-reversed';
  const what = describeEntry(entry, levels);
  const stands = !reverses && !entry.reversed;
  return (
    <div className={css.entry}>
      <span className={css.date}>{showDate(entry.occurredOn)}</span>
      <div className={css.what}>
        {entry.reversed ? <s>{what}</s> : <span>{what}</span>}
        {entry.reversed && apart && <span className={css.taken}> taken back</span>}
        {named && entry.subject && <span> · {entry.subject.title}</span>}
        {entry.subject?.ended && <span className="soft"> · history: it counts to nothing in the version of today</span>}
        {entry.text !== '' && <p className={css.text}>{entry.text}</p>}
        <p className="soft">
          {[sourceOf(entry, what), entry.loggedAt && `logged ${showInstant(entry.loggedAt)}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <span className={css.by}>
        <Badge tone={stands ? 'ok' : 'plain'}>
          {verbOf(entry)} {entry.answeredBy.name}, {showInstantDate(entry.recordedAt)}
        </Badge>
      </span>
    </div>
  );
}
