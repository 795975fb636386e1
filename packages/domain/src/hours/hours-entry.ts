import type {
  ApprenticeshipId,
  HoursEntryId,
  OrganizationId,
  PersonId,
  StandardId,
  WorkProcessCode,
} from '../brand.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';

interface Worked {
  readonly id: HoursEntryId;
  readonly apprenticeship: ApprenticeshipId;
  /** The apprentice as a person: whoever this is may never approve it. */
  readonly apprentice: PersonId;
  /** The employer on that day; each hour is stamped with its own. */
  readonly employer: OrganizationId;
  readonly standard: StandardId;
  readonly workProcess: WorkProcessCode;
  readonly workedOn: CalendarDate;
  readonly minutes: Minutes;
  readonly note: string;
  /** Goes up with every change, so that an approver approves what was shown. */
  readonly version: number;
  readonly loggedAt: Instant;
}

export interface DraftHours extends Worked {
  readonly status: 'draft';
}
export interface SubmittedHours extends Worked {
  readonly status: 'submitted';
  readonly submittedAt: Instant;
}
export interface ApprovedHours extends Worked {
  readonly status: 'approved';
  readonly submittedAt: Instant;
  readonly approvedBy: PersonId;
  readonly approvedAt: Instant;
}
export interface ReturnedHours extends Worked {
  readonly status: 'returned';
  readonly submittedAt: Instant;
  readonly returnedBy: PersonId;
  readonly returnedAt: Instant;
  readonly reason: string;
}

/** Hours of one date in one work process, with the state they are in. */
export type HoursEntry = DraftHours | SubmittedHours | ApprovedHours | ReturnedHours;

/** The part that every state keeps. */
export function worked(entry: HoursEntry): Omit<DraftHours, 'status'> {
  const {
    id,
    apprenticeship,
    apprentice,
    employer,
    standard,
    workProcess,
    workedOn,
    minutes,
    note,
    version,
    loggedAt,
  } = entry;
  return {
    id,
    apprenticeship,
    apprentice,
    employer,
    standard,
    workProcess,
    workedOn,
    minutes,
    note,
    version,
    loggedAt,
  };
}
