import type {
  ApprenticeshipId,
  CompetencyCode,
  HoursEntryId,
  OrganizationId,
  PersonId,
  StandardId,
  WorkProcessCode,
} from '../brand.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';

/** Start and end in minutes from the beginning of the date worked; an end above 1,440 is on the next day (a night shift). */
export interface WorkTimes {
  readonly startMinute: number;
  readonly endMinute: number;
}

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
  /** When it was worked, where the apprentice said so. */
  readonly times?: WorkTimes;
  /** Skills of the Job Book that were practised; says nothing about mastery. */
  readonly practised?: readonly CompetencyCode[];
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
    times,
    practised,
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
    ...(times === undefined ? {} : { times }),
    ...(practised === undefined ? {} : { practised }),
    note,
    version,
    loggedAt,
  };
}
