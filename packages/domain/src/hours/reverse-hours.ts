import type { PersonActor } from '../access/roles.js';
import type { RecordEntryId } from '../brand.js';
import type { EntryReversed } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { CorrectRecordRefusal, RecordedHours } from './correct-record.js';
import { mayCorrectRecord } from './correct-record.js';
import type { HoursEntry, ReturnedHours } from './hours-entry.js';
import { worked } from './hours-entry.js';

/**
 * Takes approved hours out of the totals, with a reason: a reversal stands beside the credit, and the apprentice gets the hours back as
 * returned. Refusals as `mayCorrectRecord`.
 */
export function reverseHours(
  actor: PersonActor,
  entry: HoursEntry,
  reversing: RecordedHours & { today: CalendarDate; at: Instant; recordEntry: RecordEntryId },
): Result<{ returned: ReturnedHours; reversal: EntryReversed }, CorrectRecordRefusal> {
  const may = mayCorrectRecord(actor, entry, reversing);
  if (!may.ok) return may;
  const reason = reversing.reason.trim();
  const { at, today, recordEntry, credit } = reversing;
  return accept({
    returned: {
      ...worked(entry),
      status: 'returned' as const,
      version: entry.version + 1,
      submittedAt: may.value.submittedAt,
      returnedBy: actor.person,
      returnedAt: at,
      reason,
    },
    reversal: reverseEntry(credit, { id: recordEntry, by: actor.person, at, on: today, reason }),
  });
}
