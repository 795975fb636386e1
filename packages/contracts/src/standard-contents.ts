import { z } from 'zod';
import { competencyCode, courseCode, minutes, percent, workProcessCode, writtenText } from './shared.js';
import { approach, evaluationMethod, jobBookStatus } from './vocabulary.js';

const title = writtenText(300);
const count = z.int('must be a whole number').min(0, 'must not be negative');

export const workProcess = z.object({
  code: workProcessCode,
  title,
  requiredMinutes: minutes,
  /** Hybrid only: the least that must be worked. */
  minimumMinutes: minutes.nullable(),
  /** The most that counts without a variance. */
  maximumMinutes: minutes.nullable(),
  local: z.boolean(),
  safety: z.boolean().exactOptional(),
});

export const competency = z.object({
  code: competencyCode,
  workProcess: workProcessCode,
  title,
  requiredLevel: z.int(),
  evaluationMethod: writtenText(500),
  evaluation: evaluationMethod.exactOptional(),
});

export const course = z.object({
  code: courseCode,
  title,
  requiredMinutes: minutes,
  local: z.boolean(),
  safety: z.boolean().exactOptional(),
  electiveGroup: writtenText(40).exactOptional(),
});

/** What has to be reached for a step; what is left out is not asked for. */
export const wageThreshold = z.object({
  ojtMinutes: minutes.exactOptional(),
  rtiMinutes: minutes.exactOptional(),
  months: count.exactOptional(),
  competencies: count.exactOptional(),
});

export const wageStep = z.object({ step: z.int().min(1), title, after: wageThreshold, percent });

const deadline = z.object({ days: count, count: z.enum(['calendar', 'business']) });

/** What one registration agency asks for; every number is the agency's. */
export const agencyPolicy = z
  .object({
    agency: writtenText(20),
    name: title,
    basis: z.array(writtenText(300)),
    reporting: z.object({
      registered: deadline,
      suspended: deadline,
      reinstated: deadline,
      cancelled: deadline,
      completed: deadline,
      transferred: deadline,
    }),
    minimumAge: count,
    adultAge: count,
    probation: z.object({ percentOfTerm: percent, longestMonths: count }),
    instructionPerYear: z.object({ minutes, weight: z.enum(['recommended', 'required']) }),
    ojtMinimumMinutes: minutes,
    ojtMinimumMonths: count,
    standing: z.object({
      id: writtenText(60),
      percentOfOjt: percent.nullable(),
      percentOfYouthHours: percent.nullable(),
      decideBy: z.enum(['any-time', 'probation-end']),
      evidenceDue: deadline.nullable(),
      movesWageStep: z.boolean(),
    }),
    correctiveActionDays: count,
    minimumWageCents: count,
    wageStepGraceDays: count,
    retentionYears: count,
  })
  .meta({ id: 'AgencyPolicy' });
export type AgencyPolicyView = z.output<typeof agencyPolicy>;

const terms = z.object({
  wages: z.object({ journeyworkerCentsPerHour: count, steps: z.array(wageStep).max(50) }).nullable(),
  ratio: z
    .object({
      apprentices: z.int().positive('must be 1 or more'),
      journeyworkers: z.int().positive('must be 1 or more'),
    })
    .nullable(),
  agency: agencyPolicy,
});

/** All that a version of a program lays down. A draft may be faulty meanwhile; the findings say what is. */
export const standardContents = z
  .object({
    version: writtenText(60),
    occupation: z.object({ title, rapidsCode: writtenText(40), onetSoc: writtenText(40) }),
    approach,
    termMonths: z.int('must be whole months').min(1, 'must be 1 or more').max(120, 'must be 120 or less'),
    ojtMinutes: minutes,
    rtiMinutes: minutes,
    workProcesses: z.array(workProcess).max(200, 'at most 200 work processes'),
    competencies: z.array(competency).max(2_000, 'at most 2,000 competencies'),
    courses: z.array(course).max(300, 'at most 300 courses'),
    electiveGroups: z
      .array(z.object({ code: writtenText(40), title, requiredMinutes: minutes }))
      .max(50)
      .exactOptional(),
    levels: z.array(z.object({ level: z.int(), name: title })).max(20),
    completionCredentials: z.array(z.object({ code: writtenText(40), name: title })).max(50),
    jobBookStatus,
    policies: z.object({ passMarkPercent: percent, shiftLimitMinutes: minutes, loggingWindowDays: count }),
    terms: terms.exactOptional(),
  })
  .meta({ id: 'StandardContents' });
export type StandardContents = z.output<typeof standardContents>;
