import { isCalendarDate } from '@journeybook/domain';
import type {
  ApprenticeshipId,
  CalendarDate,
  CompetencyCode,
  CourseCode,
  HoursEntryId,
  Instant,
  LmsIdentityId,
  Minutes,
  OrganizationId,
  PersonId,
  RecordEntryId,
  SectionId,
  SignOffRequestId,
  StandardId,
  StandingRequestId,
  WorkProcessCode,
} from '@journeybook/domain';
import { z } from 'zod';

/** The schema of a plain value whose type says more than its text or number; nothing is transformed, so it stays documentable. */
const typed = <Output extends string | number>(schema: z.ZodType<string> | z.ZodType<number>) =>
  schema as unknown as z.ZodType<Output, Output extends string ? string : number>;

/** The schema of an id of its own kind. */
export const id = <Id extends string>() => typed<Id>(z.uuid('must be an id').toLowerCase());

export const personId = id<PersonId>();
export const organizationId = id<OrganizationId>();
export const apprenticeshipId = id<ApprenticeshipId>();
export const hoursEntryId = id<HoursEntryId>();
export const recordEntryId = id<RecordEntryId>();
export const sectionId = id<SectionId>();
export const lmsIdentityId = id<LmsIdentityId>();
export const standardId = id<StandardId>();
export const standingRequestId = id<StandingRequestId>();
export const signOffRequestId = id<SignOffRequestId>();
export const mentorshipId = z.uuid('must be an id').toLowerCase();

/** Text a person wrote, as PostgreSQL can keep it: otherwise it is refused there, or stored as another text than was hashed. */
export const writtenText = (longest: number) =>
  z
    .string()
    .max(longest, `must be at most ${longest.toLocaleString('en')} characters`)
    .refine((text) => !/[\0\p{Surrogate}]/u.test(text), 'must not hold characters that cannot be kept');

const code = <Code extends string>() => typed<Code>(writtenText(40).min(1, 'must not be empty'));

export const workProcessCode = code<WorkProcessCode>();
export const courseCode = code<CourseCode>();
export const competencyCode = code<CompetencyCode>();

export const calendarDate = typed<CalendarDate>(
  z.string().refine(isCalendarDate, 'must be a date such as 2026-11-23').meta({ format: 'date' }),
);

export const instant = typed<Instant>(z.iso.datetime('must be an instant such as 2026-11-23T14:05:00Z'));

/** Whole minutes; how many are allowed is a rule of the domain. */
export const minutes = typed<Minutes>(z.int('must be whole minutes'));

/** Minutes as somebody may give them; more is a slip of the finger, and more than the tables hold. */
export const givenMinutes = typed<Minutes>(
  z
    .int('must be whole minutes')
    .min(-10_000_000, 'must be at least -10,000,000 minutes')
    .max(10_000_000, 'must be at most 10,000,000 minutes'),
);

/** Changes whenever what stands beside it does; an edit of that gives it back as `If-Match`. */
export const edition = z.string();

/** The reason for an act, which stands beside it for good. */
export const reason = writtenText(2_000);

export const percent = z.number().min(0, 'must be 0 or more').max(100, 'must be 100 or less');

export const named = z.object({ id: z.string(), name: z.string() });
export type Named = z.output<typeof named>;

/** So many of a course are sent in one request. */
export const atOnce = <Learner extends z.ZodType>(learner: Learner) =>
  z.array(learner).min(1, 'choose at least one learner').max(1_000, 'choose at most 1,000 learners at once');
