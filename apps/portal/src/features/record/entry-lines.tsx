import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { showDate, showInstant, showInstantDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import css from './entry-lines.module.css';

interface EntryLinesProps {
  readonly entries: readonly RecordEntryView[];
  readonly levels: MergedRecord['levels'];
  /** Whether each line says what it is about; not needed where all are about the same. */
  readonly named?: boolean;
}

/** Entries of the record; a reversed one is struck, with its reversal beside it. */
export function EntryLines({ entries, levels, named = false }: EntryLinesProps) {
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
        {entry.text !== '' && <p className={css.text}>{entry.text}</p>}
        <p className="soft">
          {/* Its badge says already that it takes something back. */}
          {[...(reverses ? [] : [entry.origin]), ...(entry.loggedAt ? [`logged ${showInstant(entry.loggedAt)}`] : [])]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <span className={css.by}>
        <Badge tone={stands ? 'ok' : 'plain'}>
          {verbs[entry.kind]} {entry.answeredBy.name}, {showInstantDate(entry.recordedAt)}
        </Badge>
      </span>
    </div>
  );
}

/** The number of an entry in words: minutes, a level, or what changed. */
function describeEntry(entry: RecordEntryView, levels: EntryLinesProps['levels']): string {
  if (entry.kind === 'status-changed') return 'Status changed';
  if (entry.kind === 'entry-reversed') return entry.minutes === null ? 'Reversal' : showHours(-Math.abs(entry.minutes));
  if (entry.kind === 'advanced-standing-granted') return `${showHours(entry.minutes ?? 0)} · advanced standing`;
  if (entry.minutes !== null) return showHours(entry.minutes);
  const name = levels.find((one) => one.level === entry.level)?.name;
  return entry.level === null ? 'Signed off' : `Level ${entry.level}${name ? `, ${name}` : ''}`;
}

const verbs = {
  'ojt-hours-credited': 'approved by',
  'rti-hours-credited': 'confirmed by',
  'competency-attested': 'signed off by',
  'advanced-standing-granted': 'granted by',
  'status-changed': 'by',
  'entry-reversed': 'taken back by',
  'competency-demonstrated': 'demonstrated by',
  'competency-observed': 'observed by',
  'variance-approved': 'approved by',
  'employer-changed': 'by',
  'wage-step-given': 'recorded by',
  'credential-earned': 'seen by',
  'standard-changed': 'by',
  'mastery-attested': 'attested by',
  'completion-returned': 'returned by',
  'completion-awarded': 'awarded by',
} as const satisfies Record<RecordEntryView['kind'], string>;
