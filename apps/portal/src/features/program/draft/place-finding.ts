import type { StandardFindingView } from '@journeybook/contracts';
import type { DraftForm } from './draft-form.js';
import type { Place } from './place.js';

type Locate = (form: DraftForm, finding: StandardFindingView) => Place | null;
interface Coded {
  readonly key: string;
  readonly code: string;
}

const lists = {
  workProcesses: { section: 'processes', items: (form: DraftForm): readonly Coded[] => form.workProcesses },
  competencies: { section: 'job-book', items: (form: DraftForm): readonly Coded[] => form.competencies },
  courses: { section: 'courses', items: (form: DraftForm): readonly Coded[] => form.courses },
  electiveGroups: { section: 'courses', items: (form: DraftForm): readonly Coded[] => form.electiveGroups },
  completionCredentials: {
    section: 'credentials',
    items: (form: DraftForm): readonly Coded[] => form.completionCredentials,
  },
  levels: {
    section: 'levels',
    items: (form: DraftForm): readonly Coded[] =>
      form.levels.map(({ key, level }) => ({ key, code: `Level ${level}` })),
  },
} as const;
type ListName = keyof typeof lists;
const isList = (field: string): field is ListName => field in lists;

/** Fields of the program itself, by the name they have in a finding. */
const programFields: Readonly<Record<string, string>> = {
  version: 'version',
  occupation: 'title',
  rapidsCode: 'rapidsCode',
  termMonths: 'termMonths',
  ojtMinutes: 'ojtMinutes',
  rtiMinutes: 'rtiMinutes',
};

const atProgram: Locate = (_, { field }) => {
  const name = programFields[field];
  return name ? { section: 'program', field: name } : null;
};

/** Of several items with the code the last one. The message begins with it, in quotation marks or without. */
const atCode: Locate = (form, { field, message }) => {
  if (!isList(field)) return null;
  const { section, items } = lists[field];
  const row = items(form).findLast((one) => message.startsWith(`${one.code} `) || message.startsWith(`“${one.code}”`));
  return { section, row: row?.key, field: row ? (field === 'levels' ? 'level' : 'code') : 'list' };
};

const atList: Locate = (_, { field }) => (isList(field) ? { section: lists[field].section, field: 'list' } : null);

const atCompetency =
  (name: string): Locate =>
  (form, { field }) => {
    const row = form.competencies.find((one) => one.code === field)?.key;
    return row ? { section: 'job-book', row, field: name } : null;
  };

const atWageStep =
  (name: string): Locate =>
  (form, { field }) => {
    const row = form.wageSteps[Number(/^wage step (\d+)$/.exec(field)?.[1]) - 1]?.key;
    return row ? { section: 'wages', row, field: name } : null;
  };

/** The process, course or group that has the code and the minutes at fault. */
const atMinutes =
  (isAtFault: (minutes: number) => boolean): Locate =>
  (form, { field, message }) => {
    const process = form.workProcesses.find((one) => one.code === field);
    const limit = /^The (minimum|maximum) of /.exec(message)?.[1];
    if (process && limit) return { section: 'processes', row: process.key, field: `${limit}Minutes` };
    if (process && isAtFault(process.requiredMinutes))
      return { section: 'processes', row: process.key, field: 'requiredMinutes' };
    const course = [...form.courses, ...form.electiveGroups].find(
      (one) => one.code === field && isAtFault(one.requiredMinutes),
    );
    return course ? { section: 'courses', row: course.key, field: 'requiredMinutes' } : null;
  };

const crossing: Locate = (form, { field, message }) => {
  const group = form.electiveGroups.find((one) => one.code === field && message.includes('courses'));
  if (group) return { section: 'courses', row: group.key, field: 'requiredMinutes' };
  const process = form.workProcesses.find((one) => one.code === field);
  return process ? { section: 'processes', row: process.key, field: 'maximumMinutes' } : null;
};

const withoutSkills: Locate = (form, { field }) => {
  const process = form.workProcesses.find((one) => one.code === field);
  return process ? { section: 'job-book', row: process.key, field: 'add' } : null;
};

const strayCourse: Locate = (form, { field }) => {
  const course = form.courses.find((one) => one.code === field && one.group === null && one.electiveGroup);
  return course ? { section: 'courses', row: course.key, field: 'group' } : null;
};

/** The item with the code that has no title. */
const untitled: Locate = (form, { field }) => {
  const titled = (['workProcesses', 'competencies', 'courses', 'electiveGroups'] as const).flatMap((name) =>
    form[name].map((one) => ({ ...one, section: lists[name].section })),
  );
  const item = titled.find((one) => one.code === field && one.title.trim() === '');
  if (item) return { section: item.section, row: item.key, field: 'title' };
  const credential = form.completionCredentials.find((one) => one.code === field && one.name.trim() === '');
  return credential ? { section: 'credentials', row: credential.key, field: 'name' } : null;
};

const singles: Readonly<Record<string, Place>> = {
  shiftLimitMinutes: { section: 'rules', field: 'shiftLimitMinutes' },
  loggingWindowDays: { section: 'rules', field: 'loggingWindowDays' },
  wages: { section: 'wages', field: 'journeyworkerCentsPerHour' },
  agency: { section: 'agency', field: 'list' },
  jobBookStatus: { section: 'job-book', field: 'jobBookStatus' },
};
const atSingle: Locate = (_, { field }) => singles[field] ?? null;

const first =
  (...ways: readonly Locate[]): Locate =>
  (form, finding) =>
    ways.reduce<Place | null>((found, way) => found ?? way(form, finding), null);

const most = 100_000 * 60;
const isOutOfRange = (minutes: number) => minutes <= 0 || minutes > most || !Number.isInteger(minutes);

const places: Readonly<Record<string, Locate>> = {
  'total-differs': atProgram,
  'occupation-too-short': atProgram,
  'instruction-below-year': atProgram,
  'duplicate-code': first(atCode, atWageStep('percent')),
  'code-unusable': first(atCode, atProgram),
  'text-missing': first(atProgram, untitled),
  'safety-missing': atList,
  'unknown-work-process': atCompetency('process'),
  'level-not-on-scale': atCompetency('requiredLevel'),
  'minutes-not-positive': first(
    atProgram,
    atMinutes((minutes) => !(minutes > 0)),
  ),
  'out-of-range': first(atProgram, atSingle, atCode, atWageStep('after'), atMinutes(isOutOfRange)),
  'limits-cross': crossing,
  'competencies-missing': withoutSkills,
  'unknown-elective-group': strayCourse,
  'wage-steps-fall': atWageStep('percent'),
  'wage-above-journeyworker': atWageStep('percent'),
  'wage-step-unreachable': atWageStep('after'),
  'entry-wage-too-low': () => ({ section: 'wages', field: 'journeyworkerCentsPerHour' }),
  'job-book-unreviewed': atSingle,
};

/** Which field of the editor a finding is about; the program as a whole for one that names nothing the editor knows. */
export const placeFinding = (form: DraftForm, finding: StandardFindingView): Place =>
  places[finding.kind]?.(form, finding) ?? { section: 'program', field: 'list' };
