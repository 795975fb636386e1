import type {
  Competency,
  CompetencyCode,
  CourseCode,
  RtiCourse,
  Standard,
  WageSchedule,
  WorkProcess,
  WorkProcessCode,
} from '@journeybook/domain';
import type { Details } from './read-details.js';
import { nameSome } from './read-order.js';
import { programDefaults } from './read-program-defaults.js';
import type { CourseRow } from './read-related-instruction.js';
import type { RequiredMinutes } from './read-required-hours.js';
import { readRequiredHours } from './read-required-hours.js';
import type { Findings } from './read-sheet.js';
import type { WorkProcessRows } from './read-work-processes.js';

/** All that a version lays down; the id is the draft's. */
export type StandardContents = Omit<Standard, 'id'>;

/** What the four sheets say. */
export interface SheetContents {
  readonly details: Details;
  readonly processes: readonly WorkProcessRows[];
  readonly courses: readonly CourseRow[];
  readonly wages: WageSchedule | null;
}

/**
 * The contents of a draft. What the workbook does not say gets a default: codes WP01, WP01.01 and RTI01 by the order of the sheets,
 * version 1, the scale from 0 to 4 with sign-off at 3, the federal policies; the Job Book is a template still. What is called safety or
 * accidents is marked as safety training (29 CFR 29.5(b)(9)) and noted, for a person to check.
 */
export function toContents(
  { details, processes, courses, wages }: SheetContents,
  { notes }: Findings,
): StandardContents {
  const { occupation, approach, termMonths, ratio, agency } = details;
  const ojt = readRequiredHours({ approach, name: 'OJT', plural: 'work processes', total: details.ojt }, processes);
  const rti = readRequiredHours({ approach, name: 'RSI', plural: 'courses', total: details.rti }, courses);
  const workProcesses = ojt.items.map(toProcess);
  const instruction = rti.items.map(toCourse);
  notes.push(
    ...ojt.notes,
    ...rti.notes,
    noteSafety([...workProcesses, ...instruction].filter((one) => one.safety)),
    'The file has no version, so the draft is version 1; name it before publishing.',
  );
  return {
    version: '1',
    occupation,
    approach,
    termMonths,
    ojtMinutes: ojt.totalMinutes,
    rtiMinutes: rti.totalMinutes,
    workProcesses,
    competencies: processes.flatMap(({ skills }, at) => skills.map((title, place) => toCompetency(title, at, place))),
    courses: instruction,
    levels: programDefaults.levels,
    completionCredentials: [],
    jobBookStatus: 'template-unverified',
    policies: programDefaults.policies,
    terms: { wages, ratio, agency },
  };
}

interface Timed {
  readonly minutes: RequiredMinutes;
}

const two = (at: number): string => String(at + 1).padStart(2, '0');
const processCode = (at: number) => `WP${two(at)}` as WorkProcessCode;
const safetyOf = (title: string) => (/\b(safety|accidents?)\b/i.test(title) ? { safety: true } : {});

const toProcess = ({ title, minutes }: WorkProcessRows & Timed, at: number): WorkProcess => ({
  code: processCode(at),
  title,
  ...minutes,
  local: false,
  ...safetyOf(title),
});

const toCompetency = (title: string, at: number, place: number): Competency => ({
  code: `${processCode(at)}.${two(place)}` as CompetencyCode,
  workProcess: processCode(at),
  title,
  requiredLevel: programDefaults.signOffLevel,
  evaluationMethod: programDefaults.evaluationMethod,
});

const toCourse = ({ title, code, minutes }: CourseRow & Timed, at: number): RtiCourse => ({
  code: (code ?? `RTI${two(at)}`) as CourseCode,
  title,
  requiredMinutes: minutes.requiredMinutes,
  local: false,
  ...safetyOf(title),
});

const noteSafety = (marked: readonly { readonly title: string }[]): string =>
  marked.length === 0
    ? 'Nothing in the file is called safety; mark the work process and the course that teach it.'
    : `Marked as safety training by their titles, so check them: ${nameSome(marked)}.`;
