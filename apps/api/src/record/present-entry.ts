import type { RecordEntryView } from '@journeybook/contracts';
import type { EntryView, StandingEntry } from '@journeybook/database';

/** An entry in the words of the contract: where it came from, and what was said with it. */
export function presentEntry(entry: EntryView): RecordEntryView {
  const { subject, code, title } = entry;
  return {
    id: entry.id,
    sequence: entry.sequence,
    kind: entry.kind,
    subject: subject && code ? { kind: subject, code, title: title ?? code } : null,
    minutes: entry.minutes,
    level: entry.level,
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    answeredBy: entry.answeredBy,
    origin: withScore(entry),
    text: textOf(entry.details),
    loggedAt: entry.loggedAt,
    reverses: entry.reverses,
    reversed: entry.reversed,
  } as RecordEntryView;
}

function withScore(entry: EntryView): string {
  if (entry.kind !== 'rti-hours-credited') return originOf(entry);
  const score = scoreOf(entry.details);
  return `${originOf(entry)}, ${score === null ? 'confirmed without a grade' : `${score} %`}`;
}

/** Where an entry came from, e.g. "Northfield Castings" or "Blueprint Reading, Lakeside Community College". */
export function originOf(entry: StandingEntry & { readonly employer?: string | null }): string {
  const { kind, employer, section, college } = entry;
  switch (kind) {
    case 'ojt-hours-credited':
      return employer ?? '';
    case 'rti-hours-credited':
      return [section, college].filter(Boolean).join(', ');
    case 'competency-attested':
      return 'Signed off by a mentor';
    case 'advanced-standing-granted':
      return 'Advanced standing';
    case 'entry-reversed':
      return 'Reversal';
    default:
      return 'Status';
  }
}

/** The percent an instructor confirmed with; null when there was none. */
export const scoreOf = (details: EntryView['details']): number | null =>
  typeof details['scorePercent'] === 'number' ? details['scorePercent'] : null;

/** The note, comment or reason that belongs to an entry. */
export function textOf(details: EntryView['details']): string {
  const text = details['note'] ?? details['comment'] ?? details['reason'];
  return typeof text === 'string' ? text : '';
}
