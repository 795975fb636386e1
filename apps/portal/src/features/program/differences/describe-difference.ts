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
  onetSoc: 'O*NET-SOC code',
  levels: 'Levels of the Job Book',
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

const agencyNames: Readonly<Record<string, string>> = {
  name: 'name',
  basis: 'clauses',
  minimumAge: 'least age',
  adultAge: 'age from which no guardian signs',
  'probation.percentOfTerm': 'probation, part of the term',
  'probation.longestMonths': 'probation, at most months',
  'instructionPerYear.minutes': 'instruction a year',
  'instructionPerYear.weight': 'instruction a year is',
  ojtMinimumMinutes: 'least on the job',
  ojtMinimumMonths: 'least months on the job',
  'standing.id': 'name of its rule for advanced standing',
  'standing.percentOfOjt': 'credit of the hours on the job, at most',
  'standing.percentOfYouthHours': 'credit of youth hours, at most',
  'standing.decideBy': 'advanced standing is decided',
  'standing.evidenceDue': 'evidence is sent within',
  'standing.evidenceDue.days': 'evidence is sent within, days',
  'standing.evidenceDue.count': 'evidence is sent within, kind of days',
  'standing.movesWageStep': 'advanced standing moves the wage step',
  correctiveActionDays: 'notice before suspending or cancelling, days',
  minimumWageCents: 'minimum wage',
  wageStepGraceDays: 'a wage step is overdue after, days',
  retentionYears: 'records are kept, years',
};

/** `agency.reporting.registered.days` is `Agency: registered reported within, days`. */
function nameAgencyField(place: string): string {
  const [, event, part] = /^reporting\.(\w+)\.(days|count)$/.exec(place) ?? [];
  if (event) return `Agency: ${event} is reported within, ${part === 'days' ? 'days' : 'kind of days'}`;
  return `Agency: ${agencyNames[place] ?? place}`;
}

/** The name of a field of a standard as people say it. */
export const nameField = (field: string): string =>
  field.startsWith('agency.') ? nameAgencyField(field.slice('agency.'.length)) : (fieldNames[field] ?? field);

type Value = StandardDifferenceView['fields'][number]['from'];
const words: Readonly<Record<string, string>> = {
  ...approachNames,
  ...jobBookNames,
  ...methodNames,
  calendar: 'days',
  business: 'business days',
  'any-time': 'at any time',
  'probation-end': 'before probation ends',
};

/** A value of a field as people read it: minutes as hours, cents as dollars, yes and no; `none` where there is nothing. */
export function showValue(field: string, value: Value): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return words[value] ?? value;
  if (/minutes$/i.test(field)) return showHours(value);
  if (/cents/i.test(field)) return showDollars(value);
  return /percent(Of\w+)?$/i.test(field) ? showPercent(value) : String(value);
}

/** What an item is called: its code with its title; a term by its own name. */
export function nameDifference({ subject, code, title }: StandardDifferenceView): string {
  if (subject === 'terms') return nameField(code);
  const name = subject === 'wage-step' ? `Step ${code}` : code;
  return title ? `${name} ${title}` : name;
}
