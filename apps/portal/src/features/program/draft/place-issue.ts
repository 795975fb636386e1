import type { DraftForm } from './draft-form.js';
import { type Place, sectionNames } from './place.js';

type Path = readonly PropertyKey[];

const lists = {
  workProcesses: 'processes',
  competencies: 'job-book',
  courses: 'courses',
  electiveGroups: 'courses',
  levels: 'levels',
  completionCredentials: 'credentials',
} as const;

/** Which field of the editor a part of the contents is, by its path, e.g. `workProcesses.3.code`. */
export function placeIssue(form: DraftForm, path: Path): Place {
  const [first, second, third] = path.map(String);
  if (first && first in lists) {
    const name = first as keyof typeof lists;
    const row = form[name][Number(second)]?.key;
    return { section: lists[name], row, field: row ? (third ?? 'code') : 'list' };
  }
  if (first === 'terms') return placeTerm(form, path.slice(1).map(String));
  if (first === 'jobBookStatus') return { section: 'job-book', field: first };
  if (first === 'policies') return { section: 'rules', field: second ?? 'list' };
  return { section: 'program', field: (first === 'occupation' ? second : first) ?? 'list' };
}

function placeTerm(form: DraftForm, path: readonly string[]): Place {
  const [first, second, third, fourth, fifth] = path;
  if (first === 'ratio') return { section: 'rules', field: second ?? 'ratio' };
  if (first === 'agency' && second === 'probation') return { section: 'rules', field: third ?? 'list' };
  if (first === 'agency') return { section: 'agency', field: path.slice(1).join('.') };
  if (second !== 'steps') return { section: 'wages', field: second ?? 'list' };
  const row = form.wageSteps[Number(third)]?.key;
  return { section: 'wages', row, field: fourth === 'after' ? `after.${fifth ?? ''}` : (fourth ?? 'percent') };
}

/** `Work processes, 4th`: where something without words of its own is. */
export function nameOfPlace(form: DraftForm, { section, row, field }: Place): string {
  const all = [...form.workProcesses, ...form.competencies, ...form.courses, ...form.electiveGroups, ...form.levels];
  const item = [...all, ...form.completionCredentials, ...form.wageSteps].find((one) => one.key === row);
  const label =
    item && (('code' in item && item.code) || ('title' in item && item.title) || ('name' in item && item.name));
  return [sectionNames[section], label, fieldLabels[field] ?? ''].filter(Boolean).join(', ');
}

const fieldLabels: Readonly<Record<string, string>> = {
  version: 'version',
  title: 'title',
  name: 'name',
  code: 'code',
  rapidsCode: 'RAPIDS code',
  onetSoc: 'O*NET code',
  termMonths: 'term',
  ojtMinutes: 'hours on the job',
  rtiMinutes: 'hours of instruction',
  requiredMinutes: 'hours',
  minimumMinutes: 'minimum',
  maximumMinutes: 'maximum',
  requiredLevel: 'level',
  level: 'level',
  percent: 'percent',
  evaluationMethod: 'evaluation',
  journeyworkerCentsPerHour: 'journeyworker’s rate',
};
