import type { ProgramTerms, Standard, StandardId, WageSchedule } from '@journeybook/domain';
import { federalPolicy, findAgencyPolicy, hours } from '@journeybook/domain';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ProgramFile } from './read-program-schema.js';
import { programSchema } from './read-program-schema.js';

/** One thing wrong with a program file: where it is, and what is wrong with it. */
export interface ProgramFault {
  /** Such as `work_processes.4.title`, counted from 0; empty when the file as a whole is meant. */
  readonly path: string;
  readonly message: string;
}

export type ProgramTextReading =
  | { readonly ok: true; readonly standard: Standard }
  | { readonly ok: false; readonly faults: readonly ProgramFault[] };

const mostCharacters = 2_000_000;

/**
 * Reads a program's standard from YAML text, with all faults at once: what is no YAML, a field that is missing, of the wrong kind or
 * unknown. Whether it may be published (totals, codes that stand twice) is not asked: it may become a draft.
 */
export function readProgramText(text: string, id: StandardId): ProgramTextReading {
  if (text.length > mostCharacters) return fault('The file is too large for a program.');
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    return {
      ok: false,
      faults: document.errors.map(({ message, linePos }) => ({
        path: '',
        message: `Line ${linePos?.[0].line ?? 1} is not YAML: ${message.split('\n')[0]}`,
      })),
    };
  const value = expand(document);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('The file is no program; begin with version and occupation.');
  const parsed = programSchema.safeParse(value, { error: inPlainWords });
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    };
  return { ok: true, standard: toStandard(parsed.data, id) };
}

/** What the schema itself has no words for. */
const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') return `does not know ${issue.keys.join(', ')}`;
  if (issue.code !== 'invalid_type') return undefined;
  return issue.input === undefined
    ? 'is missing'
    : `must be ${issue.expected === 'object' ? 'fields with values' : `a ${issue.expected}`}`;
};

const fault = (message: string): ProgramTextReading => ({ ok: false, faults: [{ path: '', message }] });

/** The plain values; none for a file whose aliases would unfold without end, which is no program. */
function expand(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

function toStandard(file: ProgramFile, id: StandardId): Standard {
  const { occupation, elective_groups: groups } = file;
  const { ojt_hours: ojt } = occupation;
  const terms = toTerms(file);
  return {
    id,
    version: file.version,
    occupation: { title: occupation.title, rapidsCode: occupation.rapids_code, onetSoc: occupation.onet_soc_2019 },
    approach: occupation.approach_default,
    termMonths: occupation.term_months,
    ojtMinutes: hours(typeof ojt === 'number' ? ojt : ojt.min),
    rtiMinutes: hours(occupation.rti_hours),
    levels: occupation.level_scale,
    completionCredentials: occupation.completion_credentials,
    jobBookStatus: occupation.job_book_status,
    policies: {
      passMarkPercent: file.policies.pass_mark_percent,
      shiftLimitMinutes: hours(file.policies.shift_limit_hours),
      loggingWindowDays: file.policies.logging_window_days,
    },
    workProcesses: file.work_processes.map(toProcess),
    competencies: file.work_processes.flatMap(toCompetencies),
    courses: file.related_instruction.map(toCourse),
    ...(groups === undefined
      ? {}
      : {
          electiveGroups: groups.map((one) => ({
            code: one.code,
            title: one.title,
            requiredMinutes: hours(one.hours),
          })),
        }),
    ...(terms === null ? {} : { terms }),
  };
}

const minutesOrNull = (value: number | null) => (value === null ? null : hours(value));
const marked = (safety: boolean) => (safety ? { safety } : {});

const toProcess = (one: ProgramFile['work_processes'][number]): Standard['workProcesses'][number] => ({
  code: one.code,
  title: one.title,
  requiredMinutes: hours(one.hours),
  minimumMinutes: minutesOrNull(one.minimum_hours),
  maximumMinutes: minutesOrNull(one.maximum_hours),
  local: one.local,
  ...marked(one.safety),
});

const toCompetencies = (process: ProgramFile['work_processes'][number]): Standard['competencies'] =>
  process.tasks.map((task) => ({
    code: task.id,
    workProcess: process.code,
    title: task.title,
    requiredLevel: task.required_level,
    evaluationMethod: task.evaluation_method,
    ...(task.evaluation === undefined ? {} : { evaluation: task.evaluation }),
  }));

const toCourse = (one: ProgramFile['related_instruction'][number]): Standard['courses'][number] => ({
  code: one.code,
  title: one.title,
  requiredMinutes: hours(one.hours),
  local: one.local,
  ...marked(one.safety),
  ...(one.elective_group === undefined ? {} : { electiveGroup: one.elective_group }),
});

/** Null for a file that lays nothing down besides the work and the instruction. */
function toTerms({ wage_schedule: wages, ratio, agency }: ProgramFile): ProgramTerms | null {
  if (wages === undefined && ratio === undefined && agency === undefined) return null;
  return {
    wages: wages === undefined ? null : toWages(wages),
    ratio: ratio ?? null,
    agency: (agency === undefined ? null : findAgencyPolicy(agency)) ?? federalPolicy,
  };
}

const toWages = (wages: NonNullable<ProgramFile['wage_schedule']>): WageSchedule => ({
  journeyworkerCentsPerHour: Math.round(wages.journeyworker_dollars_per_hour * 100),
  steps: wages.steps.map(({ title, percent, after }, at) => ({
    step: at + 1,
    title,
    percent,
    after: {
      ...(after.ojt_hours === undefined ? {} : { ojtMinutes: hours(after.ojt_hours) }),
      ...(after.rti_hours === undefined ? {} : { rtiMinutes: hours(after.rti_hours) }),
      ...(after.months === undefined ? {} : { months: after.months }),
      ...(after.competencies === undefined ? {} : { competencies: after.competencies }),
    },
  })),
});
