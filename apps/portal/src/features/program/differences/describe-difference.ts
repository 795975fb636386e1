import type { StandardDifferenceView } from '@journeybook/contracts';
import { showPercent } from '../../../ui/course-standing.js';
import { showDollars } from '../../../ui/show-dollars.js';
import { showHours } from '../../../ui/show-hours.js';
import { approachNames, jobBookNames, methodNames } from '../standard-words.js';

export const subjectNames = {
  terms: 'Terms',
  'work-process': 'Work processes',
  competency: 'Competencies',
  course: 'Courses',
  'elective-group': 'Elective groups',
  credential: 'Completion credentials',
  'wage-step': 'Wage steps',
} as const satisfies Record<StandardDifferenceView['subject'], string>;

const fieldNames: Readonly<Record<string, string>> = {
  occupation: 'Occupation',
  rapidsCode: 'RAPIDS code',
  approach: 'Approach',
  termMonths: 'Term, months',
  ojtMinutes: 'On the job',
  rtiMinutes: 'Instruction',
  jobBookStatus: 'Job Book',
  passMarkPercent: 'Pass mark',
  shiftLimitMinutes: 'Shift limit',
  loggingWindowDays: 'Logging window, days',
  ratio: 'Ratio, apprentices to journeyworkers',
  agency: 'Agency policy',
  journeyworkerCentsPerHour: 'Journeyworker, an hour',
  title: 'Title',
  name: 'Name',
  requiredMinutes: 'Hours',
  minimumMinutes: 'Minimum',
  maximumMinutes: 'Maximum',
  local: 'Local',
  safety: 'Safety',
  workProcess: 'Work process',
  requiredLevel: 'Level',
  evaluationMethod: 'Evaluation, in words',
  evaluation: 'Evaluation method',
  electiveGroup: 'Elective group',
  percent: 'Of the journeyworker’s rate',
  months: 'After months',
  competencies: 'After sign\u2011offs',
};

/** The name of a field of a standard as people say it. */
export const nameField = (field: string): string => fieldNames[field] ?? field;

type Value = StandardDifferenceView['fields'][number]['from'];
const words: Readonly<Record<string, string>> = { ...approachNames, ...jobBookNames, ...methodNames };

/** A value of a field as people read it: minutes as hours, cents as dollars, yes and no; `none` where there is nothing. */
export function showValue(field: string, value: Value): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return words[value] ?? value;
  if (/minutes$/i.test(field)) return showHours(value);
  if (/cents/i.test(field)) return showDollars(value);
  return /percent$/i.test(field) ? showPercent(value) : String(value);
}

/** What an item is called: its code with its title; a term by its own name. */
export function nameDifference({ subject, code, title }: StandardDifferenceView): string {
  if (subject === 'terms') return nameField(code);
  const name = subject === 'wage-step' ? `Step ${code}` : code;
  return title ? `${name} ${title}` : name;
}
