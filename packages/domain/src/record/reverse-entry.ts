import type { RecordEntry, EntryReversed } from './record-entry.js';
import type { PersonId, RecordEntryId } from '../brand.js';
import type { Instant, CalendarDate } from '../units.js';

export interface Reversal {
  readonly id: RecordEntryId;
  readonly by: PersonId;
  readonly at: Instant;
  /** The calendar date at the site. */
  readonly on: CalendarDate;
  readonly reason: string;
}

/** The entry that takes another one out of every total; an entry can be reversed once, by its source. */
export const reverseEntry = (
  entry: Exclude<RecordEntry, EntryReversed>,
  { id, by, at, on, reason }: Reversal,
): EntryReversed => ({
  kind: 'entry-reversed',
  id,
  apprenticeship: entry.apprenticeship,
  source: `reversal/${entry.id}`,
  standard: entry.standard,
  occurredOn: on,
  recordedAt: at,
  answeredBy: by,
  reverses: entry.id,
  reason,
});
