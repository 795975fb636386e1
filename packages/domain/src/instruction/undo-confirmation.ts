import type { PersonId, RecordEntryId } from '../brand.js';
import type { EntryReversed, RtiHoursCredited } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

/** How long an instructor may take back what they just confirmed; afterwards it takes a review with a reason. */
export const confirmationUndoSeconds = 60;

export type UndoConfirmationRefusal =
  | { readonly kind: 'not-their-confirmation' }
  | { readonly kind: 'too-late-to-take-back'; readonly windowSeconds: number };

/** Takes a confirmation back: a reversal stands beside the credit, nothing is deleted. Only who confirmed, within a minute. */
export function undoConfirmation(
  credit: RtiHoursCredited,
  { by, at, today, recordEntry }: { by: PersonId; at: Instant; today: CalendarDate; recordEntry: RecordEntryId },
): Result<{ readonly reversal: EntryReversed }, UndoConfirmationRefusal> {
  if (credit.answeredBy !== by) return refuse({ kind: 'not-their-confirmation' });
  if (Date.parse(at) - Date.parse(credit.recordedAt) > confirmationUndoSeconds * 1_000)
    return refuse({ kind: 'too-late-to-take-back', windowSeconds: confirmationUndoSeconds });
  const reason = 'Confirmation taken back by the instructor';
  return accept({ reversal: reverseEntry(credit, { id: recordEntry, by, at, on: today, reason }) });
}
