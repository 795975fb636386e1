import { mentoredOn } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { RecordEntryId } from '../brand.js';
import type { EntryReversed, OjtHoursCredited } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import { creditOf } from './approve-hours.js';
import type { CorrectRecordRefusal, RecordedHours } from './correct-record.js';
import { mayCorrectRecord } from './correct-record.js';
import type { ApprovedHours, HoursEntry } from './hours-entry.js';
import type { HoursToLog, LoggingFacts, LogHoursRefusal } from './log-hours.js';
import { logHours } from './log-hours.js';

export interface ApprovedCorrection extends RecordedHours {
  readonly corrected: Omit<HoursToLog, 'id'>;
  /** Ids of the reversal and of the new credit. */
  readonly recordEntries: { readonly reversal: RecordEntryId; readonly credit: RecordEntryId };
}

/** What a correction leaves: the hours as they are now, and the two lines it adds to the record, in this order. */
export interface CorrectedHours {
  readonly approved: ApprovedHours;
  readonly reversal: EntryReversed;
  readonly credit: OjtHoursCredited;
}

/**
 * Corrects hours that are on the record by a reversal and a new credit; the first credit stays readable. The rules of logging hold for
 * what is corrected, and a mentor was assigned on the corrected day too. Refusals as `mayCorrectRecord` and `logHours`.
 */
export function correctApprovedHours(
  actor: PersonActor,
  entry: HoursEntry,
  correction: ApprovedCorrection,
  facts: LoggingFacts,
): Result<CorrectedHours, CorrectRecordRefusal | LogHoursRefusal> {
  const may = mayCorrectRecord(actor, entry, correction);
  if (!may.ok) return may;
  const { apprenticeship, mentorships, corrected, credit, recordEntries } = correction;
  const thatDay = { mentor: actor.person, apprenticeship: apprenticeship.id, date: corrected.workedOn };
  if (!mentoredOn(mentorships, thatDay) && !holds(actor, 'sponsor-admin', apprenticeship.sponsor))
    return refuse({ kind: 'not-their-mentor' });
  const logged = logHours({ ...corrected, id: entry.id }, facts);
  if (!logged.ok) return logged;
  const approved: ApprovedHours = {
    ...logged.value,
    status: 'approved',
    version: entry.version + 1,
    loggedAt: entry.loggedAt,
    submittedAt: may.value.submittedAt,
    approvedBy: actor.person,
    approvedAt: facts.now,
  };
  const reversal = { by: actor.person, at: facts.now, on: facts.today, reason: correction.reason.trim() };
  return accept({
    approved,
    reversal: reverseEntry(credit, { id: recordEntries.reversal, ...reversal }),
    credit: creditOf(approved, recordEntries.credit),
  });
}
