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
  WorkProcessCode,
} from '@journeybook/domain';
import { z } from 'zod';

const id = <Id extends string>() => z.uuid('must be an id').transform((value) => value.toLowerCase() as Id);

export const personId = id<PersonId>();
export const organizationId = id<OrganizationId>();
export const apprenticeshipId = id<ApprenticeshipId>();
export const hoursEntryId = id<HoursEntryId>();
export const recordEntryId = id<RecordEntryId>();
export const sectionId = id<SectionId>();
export const lmsIdentityId = id<LmsIdentityId>();

const code = <Code extends string>() =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(40, 'must be at most 40 characters')
    .transform((value) => value as Code);

export const workProcessCode = code<WorkProcessCode>();
export const courseCode = code<CourseCode>();
export const competencyCode = code<CompetencyCode>();

export const calendarDate = z
  .string()
  .refine(isCalendarDate, 'must be a date such as 2026-11-23')
  .transform((value) => value as CalendarDate);

export const instant = z.iso.datetime('must be an instant such as 2026-11-23T14:05:00Z').transform((value) => value as Instant);

/** Whole minutes; how many are allowed is a rule of the domain. */
export const minutes = z
  .int('must be whole minutes')
  .transform((value) => value as Minutes);

export const percent = z.number().min(0, 'must be 0 or more').max(100, 'must be 100 or less');

export const named = z.object({ id: z.string(), name: z.string() });
export type Named = z.output<typeof named>;
