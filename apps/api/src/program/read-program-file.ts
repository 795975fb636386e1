import { readFileSync } from 'node:fs';
import type { CompetencyCode, CourseCode, Minutes, Standard, StandardId, WorkProcessCode } from '@journeybook/domain';
import { hours, validateStandard } from '@journeybook/domain';
import { parse } from 'yaml';
import { z } from 'zod';

const named = z.object({ code: z.string().min(1), name: z.string().min(1) });

const programFile = z.object({
  version: z.string().min(1),
  occupation: z.object({
    title: z.string().min(1),
    rapids_code: z.string().min(1),
    onet_soc_2019: z.string().min(1),
    approach_default: z.enum(['time', 'competency', 'hybrid']),
    term_months: z.int().positive(),
    ojt_hours: z.object({ min: z.number().positive(), max: z.number().positive() }),
    rti_hours: z.number().positive(),
    job_book_status: z.enum(['template-unverified', 'reviewed']),
    completion_credentials: z.array(named),
    level_scale: z.array(z.object({ level: z.int(), name: z.string().min(1) })).min(1),
  }),
  work_processes: z
    .array(
      z.object({
        code: z.string().min(1),
        title: z.string().min(1),
        hours: z.number().positive(),
        local: z.boolean().default(false),
        tasks: z.array(z.object({ id: z.string().min(1), title: z.string().min(1) })),
      }),
    )
    .min(1),
  related_instruction: z
    .array(
      z.object({
        code: z.string().min(1),
        title: z.string().min(1),
        hours: z.number().positive(),
        local: z.boolean().default(false),
      }),
    )
    .min(1),
});

/** The level at which a mentor signs off, unless the program says otherwise (PRODUCT, "Competencies"). */
const signOffLevel = 3;

/** Federal defaults where a program file says nothing. */
const policies = { passMarkPercent: 70, shiftLimitMinutes: hours(12), loggingWindowDays: 14 };

/**
 * Reads a program's standard from a YAML file. Throws one error that names each fault: a field that is missing or of the wrong
 * kind, totals that do not add up, codes that stand twice.
 */
export function readProgramFile(file: string, id: StandardId): Standard {
  const parsed = programFile.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success)
    throw faulty(
      file,
      parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`),
    );
  const standard = toStandard(parsed.data, id);
  const faults = validateStandard(standard);
  if (faults.length > 0)
    throw faulty(
      file,
      faults.map((one) => `${one.field}: ${one.message}`),
    );
  return standard;
}

const faulty = (file: string, faults: readonly string[]): Error =>
  new Error(`${file} is no program that can be published:\n  ${faults.join('\n  ')}`);

function toStandard(file: z.output<typeof programFile>, id: StandardId): Standard {
  const { occupation } = file;
  return {
    id,
    version: file.version,
    occupation: { title: occupation.title, rapidsCode: occupation.rapids_code, onetSoc: occupation.onet_soc_2019 },
    approach: occupation.approach_default,
    termMonths: occupation.term_months,
    ojtMinutes: hours(occupation.ojt_hours.min),
    rtiMinutes: hours(occupation.rti_hours),
    levels: occupation.level_scale,
    completionCredentials: occupation.completion_credentials,
    jobBookStatus: occupation.job_book_status,
    policies,
    workProcesses: file.work_processes.map((one) => ({
      code: one.code as WorkProcessCode,
      title: one.title,
      requiredMinutes: hours(one.hours),
      minimumMinutes: null as Minutes | null,
      maximumMinutes: null as Minutes | null,
      local: one.local,
    })),
    competencies: file.work_processes.flatMap((process) =>
      process.tasks.map((task) => ({
        code: task.id as CompetencyCode,
        workProcess: process.code as WorkProcessCode,
        title: task.title,
        requiredLevel: signOffLevel,
        evaluationMethod: 'Observed on the job by a mentor',
      })),
    ),
    courses: file.related_instruction.map((one) => ({
      code: one.code as CourseCode,
      title: one.title,
      requiredMinutes: hours(one.hours),
      local: one.local,
    })),
  };
}
