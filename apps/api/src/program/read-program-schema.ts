import { courseCode, competencyCode, percent, workProcessCode, writtenText } from '@journeybook/contracts';
import { agencyPolicies, findAgencyPolicy } from '@journeybook/domain';
import { z } from 'zod';
import { programDefaults } from './read-program-defaults.js';

const text = (longest: number) => writtenText(longest).min(1, 'must not be empty');
const title = text(300);
const code = text(40);
const hours = z
  .number('must be a number of hours')
  .positive('must be more than 0')
  .max(100_000, 'must be 100,000 or less');
const count = z.int('must be a whole number').min(0, 'must not be negative');
const people = z.int('must be a whole number').min(1, 'must be 1 or more');
const atMost = (what: string, most: number) => `at most ${most.toLocaleString('en')} ${what}`;
const isOneOf = (names: readonly string[]) => `must be one of ${names.join(', ')}`;

/** Kept beside the contents and not read: where something comes from, and what a person should know of it. */
const remark = z.unknown().optional();

const approaches = ['time', 'competency', 'hybrid'] as const;
const evaluations = ['observation', 'test', 'work-sample', 'interview'] as const;
const jobBooks = ['template-unverified', 'reviewed'] as const;

const occupation = z.strictObject({
  title,
  rapids_code: code,
  onet_soc_2010: remark,
  onet_soc_2019: code,
  approach_default: z.enum(approaches, isOneOf(approaches)),
  approaches_allowed: remark,
  term_months: z.int('must be whole months').min(1, 'must be 1 or more').max(120, 'must be 120 or less'),
  total_hours: remark,
  /** What is required: the number, or the `min` of a range whose `max` is a remark. */
  ojt_hours: z.union(
    [hours, z.strictObject({ min: hours, max: remark })],
    'must be hours, or a min and a max of hours',
  ),
  rti_hours: hours,
  job_book_status: z.enum(jobBooks, isOneOf(jobBooks)),
  completion_credentials: z
    .array(z.strictObject({ code, name: title }))
    .max(50, atMost('credentials', 50))
    .default([]),
  level_scale: z
    .array(z.strictObject({ level: z.int('must be a whole number'), name: title }))
    .min(1, 'must have a level')
    .max(20, atMost('levels', 20))
    .default(programDefaults.levels),
});

const task = z.strictObject({
  id: text(40).pipe(competencyCode),
  title,
  required_level: z.int('must be a whole number').default(programDefaults.signOffLevel),
  evaluation: z.enum(evaluations, isOneOf(evaluations)).optional(),
  evaluation_method: text(500).default(programDefaults.evaluationMethod),
  src: remark,
});

const workProcess = z.strictObject({
  code: text(40).pipe(workProcessCode),
  title,
  hours,
  minimum_hours: hours.nullable().default(null),
  maximum_hours: hours.nullable().default(null),
  local: z.boolean().default(false),
  safety: z.boolean().default(false),
  tasks: z.array(task).max(2_000, atMost('tasks', 2_000)).default([]),
  src: remark,
});

const course = z.strictObject({
  code: text(40).pipe(courseCode),
  title,
  hours,
  local: z.boolean().default(false),
  safety: z.boolean().default(false),
  elective_group: code.optional(),
  mssc: remark,
  src: remark,
});

const wageStep = z.strictObject({
  title,
  percent,
  after: z
    .strictObject({
      ojt_hours: hours.optional(),
      rti_hours: hours.optional(),
      months: count.optional(),
      competencies: count.optional(),
    })
    .default({}),
});

/** Everything that a program file says, in the words and units of the file: hours, and dollars an hour. */
export const programSchema = z.strictObject({
  version: text(60),
  occupation,
  work_processes: z.array(workProcess).min(1, 'must have a work process').max(200, atMost('work processes', 200)),
  related_instruction: z.array(course).min(1, 'must have a course').max(300, atMost('courses', 300)),
  elective_groups: z.array(z.strictObject({ code, title, hours })).max(50, atMost('groups', 50)).optional(),
  wage_schedule: z
    .strictObject({
      journeyworker_dollars_per_hour: z.number('must be dollars').positive('must be more than 0').max(10_000),
      steps: z.array(wageStep).min(1, 'must have a step').max(50, atMost('steps', 50)),
    })
    .optional(),
  ratio: z.strictObject({ apprentices: people, journeyworkers: people }).optional(),
  agency: z
    .string()
    .refine((agency) => findAgencyPolicy(agency) !== null, isOneOf(agencyPolicies.map((one) => one.agency)))
    .optional(),
  policies: z
    .strictObject({
      pass_mark_percent: percent.default(programDefaults.policies.passMarkPercent),
      shift_limit_hours: hours.default(programDefaults.policies.shiftLimitMinutes / 60),
      logging_window_days: count.default(programDefaults.policies.loggingWindowDays),
    })
    .prefault({}),
});

export type ProgramFile = z.output<typeof programSchema>;
