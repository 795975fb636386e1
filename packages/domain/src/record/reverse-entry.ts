import type { EntryReversed, RecordEntry } from './record-entry.js';
import type { PersonId, RecordEntryId } from '../brand.js';
import type { Instant, CalendarDate } from '../units.js';

/** The entry that takes another one out of every total; an entry can be reversed once, by its source. */
export const reverseEntry = (
  entry: Exclude<RecordEntry, EntryReversed>,
  { id, by, at, reason }: { id: RecordEntryId; by: PersonId; at: Instant; reason: string },
): EntryReversed => ({
  kind: 'entry-reversed',
  id,
  apprenticeship: entry.apprenticeship,
  source: `reversal/${entry.id}`,
  standard: entry.standard,
  occurredOn: at.slice(0, 10) as CalendarDate,
  recordedAt: at,
  answeredBy: by,
  reverses: entry.id,
  reason,
});
