import type {
  ApprenticeshipId,
  CompetencyCode,
  CourseCode,
  HoursEntryId,
  LmsIdentityId,
  OrganizationId,
  PersonId,
  RecordEntryId,
  SectionId,
  SignOffRequestId,
  StandardId,
  StandingRequestId,
  WorkProcessCode,
} from '../brand.js';
import type { CalendarDate, Instant } from '../units.js';
import { calendarDate, instant } from '../units.js';

/** A valid UUID whose first letter tells the kind of thing and whose end tells which one. */
const uuid = <Id extends string>(kind: string, number: number): Id =>
  `${kind}0000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id;

export const personId = (number: number): PersonId => uuid('1', number);
export const organizationId = (number: number): OrganizationId => uuid('2', number);
export const standardId = (number: number): StandardId => uuid('3', number);
export const apprenticeshipId = (number: number): ApprenticeshipId => uuid('4', number);
export const hoursEntryId = (number: number): HoursEntryId => uuid('5', number);
export const recordEntryId = (number: number): RecordEntryId => uuid('6', number);
export const sectionId = (number: number): SectionId => uuid('7', number);
export const signOffRequestId = (number: number): SignOffRequestId => uuid('b', number);
export const standingRequestId = (number: number): StandingRequestId => uuid('a', number);
export const lmsIdentityId = (number: number): LmsIdentityId => uuid('8', number);

export const ada = personId(1);
export const grace = personId(2);
export const irene = personId(3);
export const emma = personId(4);
export const carl = personId(5);
export const stranger = personId(9);

export const foundry = organizationId(1);
export const council = organizationId(2);
export const college = organizationId(3);
export const mill = organizationId(4);
export const elsewhere = organizationId(9);

export const processCode = (code: string): WorkProcessCode => code as WorkProcessCode;
export const competencyCode = (code: string): CompetencyCode => code as CompetencyCode;
export const courseCode = (code: string): CourseCode => code as CourseCode;

/** A calendar date, e.g. `day('2026-03-02')`; throws when it is not one. */
export const day = (text: string): CalendarDate => calendarDate(text);
/** An instant, e.g. `at('2026-03-02T15:00:00Z')`; throws when it is not one. */
export const at = (text: string): Instant => instant(new Date(text));

export const today = day('2026-03-04');
export const now = at('2026-03-04T15:00:00Z');
