import type { HoursEntry, SubmittedHours } from './hours-entry.js';
import { worked } from './hours-entry.js';
import type { OjtHoursCredited, EntryReversed } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import { stillMentors } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

/** How long the person who approved may take it back by themselves; afterwards it is a reversal with a reason. */
export const undoWindowMinutes = 10;

export type UndoApprovalRefusal =
  | { readonly kind: 'not-approved'; readonly status: HoursEntry['status'] }
  | { readonly kind: 'not-their-approval' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'too-late-to-undo'; readonly windowMinutes: number };

/** Takes an approval back: the hours wait again and a reversal stands beside the credit. Nothing is deleted. */
export function undoApproval(
  entry: HoursEntry,
  undo: {
    by: PersonActor;
    apprenticeship: Pick<Apprenticeship, 'employer' | 'sponsor'>;
    at: Instant;
    today: CalendarDate;
    credit: OjtHoursCredited;
    recordEntry: RecordEntryId;
  },
): Result<{ submitted: SubmittedHours; reversal: EntryReversed }, UndoApprovalRefusal> {
  const { by, apprenticeship, at, today, credit, recordEntry } = undo;
  if (entry.status !== 'approved') return refuse({ kind: 'not-approved', status: entry.status });
  if (entry.approvedBy !== by.person) return refuse({ kind: 'not-their-approval' });
  if (!stillMentors(by, { ...apprenticeship, workedFor: entry.employer })) return refuse({ kind: 'not-their-mentor' });
  if (Date.parse(at) - Date.parse(entry.approvedAt) > undoWindowMinutes * 60_000)
    return refuse({ kind: 'too-late-to-undo', windowMinutes: undoWindowMinutes });
  return accept({
    submitted: {
      ...worked(entry),
      status: 'submitted' as const,
      version: entry.version + 1,
      submittedAt: entry.submittedAt,
    },
    reversal: reverseEntry(credit, {
      id: recordEntry,
      by: by.person,
      at,
      on: today,
      reason: 'Approval taken back by the approver',
    }),
  });
}
