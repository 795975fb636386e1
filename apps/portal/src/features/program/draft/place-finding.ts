import type { StandardFindingView } from '@journeybook/contracts';
import type { DraftForm } from './draft-form.js';
import type { Place } from './place.js';

type Locate = (form: DraftForm, finding: StandardFindingView) => Place | null;
type Coded = { readonly key: string; readonly code: string };

const lists = {
  workProcesses: { section: 'processes', items: (form: DraftForm): readonly Coded[] => form.workProcesses },
  competencies: { section: 'job-book', items: (form: DraftForm): readonly Coded[] => form.competencies },
  courses: { section: 'courses', items: (form: DraftForm): readonly Coded[] => form.courses },
  electiveGroups: { section: 'courses', items: (form: DraftForm): readonly Coded[] => form.electiveGroups },
} as const;

/** Of two that have the code the later one is to be changed. The message begins with the code. */
const atDuplicate: Locate = (form, { field, message }) => {
  if (!(field in lists)) return atWageStep('percent')(form, { field } as StandardFindingView);
  const { section, items } = lists[field as keyof typeof lists];
  const row = items(form).findLast((one) => message.startsWith(`${one.code} `))?.key;
  return { section, row, field: 'code' };
};

const atTotal: Locate = (_, { field }) => ({ section: 'program', field });

const atList: Locate = (_, { field }) =>
  field in lists ? { section: lists[field as keyof typeof lists].section, field: 'list' } : null;

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

const withoutHours: Locate = (form, { field }) => {
  const process = form.workProcesses.find((one) => one.code === field && !(one.requiredMinutes > 0));
  if (process) return { section: 'processes', row: process.key, field: 'requiredMinutes' };
  const course = form.courses.find((one) => one.code === field && !(one.requiredMinutes > 0));
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

const places: Readonly<Record<string, Locate>> = {
  'total-differs': atTotal,
  'occupation-too-short': atTotal,
  'instruction-below-year': atTotal,
  'duplicate-code': atDuplicate,
  'safety-missing': atList,
  'unknown-work-process': atCompetency('process'),
  'level-not-on-scale': atCompetency('requiredLevel'),
  'minutes-not-positive': withoutHours,
  'limits-cross': crossing,
  'competencies-missing': withoutSkills,
  'unknown-elective-group': strayCourse,
  'wage-steps-fall': atWageStep('percent'),
  'wage-above-journeyworker': atWageStep('percent'),
  'wage-step-unreachable': atWageStep('after'),
  'entry-wage-too-low': () => ({ section: 'wages', field: 'journeyworkerCentsPerHour' }),
  'job-book-unreviewed': () => ({ section: 'job-book', field: 'jobBookStatus' }),
};

/** Which field of the editor a finding is about; the program as a whole for one that names nothing the editor knows. */
export const placeFinding = (form: DraftForm, finding: StandardFindingView): Place =>
  places[finding.kind]?.(form, finding) ?? { section: 'program', field: 'list' };
