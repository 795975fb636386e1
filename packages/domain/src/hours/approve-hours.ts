import type { ApprovedHours, HoursEntry } from './hours-entry.js';
import { worked } from './hours-entry.js';
import type { Deciding, DecideHoursRefusal } from './decide-hours.js';
import { mayDecideHours } from './decide-hours.js';
import type { NotInTrainingRefusal } from '../apprenticeship/training-on.js';
import { trainedOn } from '../apprenticeship/training-on.js';
import type { OjtHoursCredited, StatusChanged } from '../record/record-entry.js';
import type { RecordEntryId } from '../brand.js';
import type { Result } from '../result.js';
import { accept } from '../result.js';
import type { Instant } from '../units.js';

export interface Approval extends Deciding {
  readonly at: Instant;
  readonly recordEntry: RecordEntryId;
  /** Changes of status in the record; left out, every date was one of training. */
  readonly statusHistory?: readonly StatusChanged[];
}

export type ApproveHoursRefusal = DecideHoursRefusal | NotInTrainingRefusal;

/**
 * Turns submitted hours into approved hours and the record entry that credits them; refusals as `mayDecideHours`, and hours of a day
 * that is now known to be within a suspension.
 */
export function approveHours(
  entry: HoursEntry,
  approval: Approval,
): Result<{ approved: ApprovedHours; credit: OjtHoursCredited }, ApproveHoursRefusal> {
  const decision = mayDecideHours(entry, approval);
  if (!decision.ok) return decision;
  const training = trainedOn(entry.workedOn, approval.statusHistory);
  if (!training.ok) return training;
  const { by, at, recordEntry } = approval;
  const approved: ApprovedHours = {
    ...worked(entry),
    status: 'approved',
    version: entry.version + 1,
    submittedAt: decision.value.submittedAt,
    approvedBy: by.person,
    approvedAt: at,
  };
  return accept({ approved, credit: creditOf(approved, recordEntry) });
}

/**
 * The source of the credit that an approval made. The version is part of it: hours whose approval was taken back can be credited
 * again, the same approval never.
 */
export const approvalSource = ({ id, version }: Pick<HoursEntry, 'id' | 'version'>): string => `hours/${id}/${version}`;

/** The record entry that an approval makes. */
export const creditOf = (approved: ApprovedHours, id: RecordEntryId): OjtHoursCredited => ({
  kind: 'ojt-hours-credited',
  id,
  apprenticeship: approved.apprenticeship,
  source: approvalSource(approved),
  standard: approved.standard,
  occurredOn: approved.workedOn,
  recordedAt: approved.approvedAt,
  answeredBy: approved.approvedBy,
  workProcess: approved.workProcess,
  minutes: approved.minutes,
  employer: approved.employer,
  hoursEntry: approved.id,
  note: approved.note,
});
