import type { Minutes } from '../units.js';
import { hours, minutesPerHour } from '../units.js';
import { termsOf } from './program-terms.js';
import type { Standard } from './standard.js';
import type { StandardFault } from './validate-standard.js';
import { validateStandard } from './validate-standard.js';

/** What a check found: an `error` keeps a version from being published, a `warning` is looked at. */
export interface StandardFinding {
  readonly severity: 'error' | 'warning';
  readonly kind:
    | StandardFault['kind']
    | 'safety-missing'
    | 'instruction-below-year'
    | 'occupation-too-short'
    | 'competencies-missing'
    | 'entry-wage-too-low'
    | 'job-book-unreviewed';
  readonly field: string;
  readonly message: string;
}

/** An apprenticeable occupation needs at least so much learning on the job (29 CFR 29.4(c)). */
const leastOccupationMinutes = hours(2_000);
const monthsPerYear = 12;

/**
 * Everything to say about a version before it is published, each with what would put it right: the faults of `validateStandard`, the
 * clauses of 29 CFR 29.5(b), and what the agency's policy asks for. Less RTI than 144 h a year is a warning unless the agency requires it.
 */
export function checkStandard(standard: Standard): readonly StandardFinding[] {
  return [
    ...validateStandard(standard).map((fault): StandardFinding => ({ severity: 'error', ...fault })),
    ...safety(standard),
    ...instruction(standard),
    ...length(standard),
    ...mastery(standard),
    ...entryWage(standard),
  ];
}

const error = (kind: StandardFinding['kind'], field: string, message: string): StandardFinding => ({
  severity: 'error',
  kind,
  field,
  message,
});
const warning = (kind: StandardFinding['kind'], field: string, message: string): StandardFinding => ({
  severity: 'warning',
  kind,
  field,
  message,
});

/** Safety is taught on the job and in instruction: 29 CFR 29.5(b)(9). */
const safety = ({ workProcesses, courses }: Standard): StandardFinding[] => [
  ...(workProcesses.some((one) => one.safety)
    ? []
    : [error('safety-missing', 'workProcesses', 'No work process is marked as safety training; mark or add one.')]),
  ...(courses.some((one) => one.safety)
    ? []
    : [error('safety-missing', 'courses', 'No course is marked as safety training; mark or add one.')]),
];

/** 29 CFR 29.5(b)(4): 144 h a year are recommended; some agencies require them. */
function instruction(standard: Standard): StandardFinding[] {
  const { minutes, weight } = termsOf(standard).agency.instructionPerYear;
  const asked = Math.round((minutes * standard.termMonths) / monthsPerYear) as Minutes;
  if (standard.rtiMinutes >= asked) return [];
  const message = `${standard.rtiMinutes / minutesPerHour} h of instruction in ${standard.termMonths} months; ${minutes / minutesPerHour} h a year are ${weight}, that is ${asked / minutesPerHour} h.`;
  return [(weight === 'required' ? error : warning)('instruction-below-year', 'rtiMinutes', message)];
}

/** 29 CFR 29.4(c) for the occupation, 29.5(b)(2)(i) for a time-based program. */
function length({ approach, ojtMinutes }: Standard): StandardFinding[] {
  if (ojtMinutes >= leastOccupationMinutes) return [];
  const message = `${ojtMinutes / minutesPerHour} h on the job; an apprenticeable occupation takes at least 2,000 h.`;
  return [(approach === 'time' ? error : warning)('occupation-too-short', 'ojtMinutes', message)];
}

/** Without time to count, a competency-based or hybrid program needs skills to attest in every process: 29 CFR 29.5(b)(2)(ii)-(iii). */
function mastery({ approach, workProcesses, competencies, jobBookStatus }: Standard): StandardFinding[] {
  const without =
    approach === 'time'
      ? []
      : workProcesses.filter((one) => !one.local && !competencies.some((skill) => skill.workProcess === one.code));
  return [
    ...without.map(({ code }) =>
      error('competencies-missing', code, `${code} has no competency to sign off; add at least one.`),
    ),
    ...(jobBookStatus === 'reviewed'
      ? []
      : [warning('job-book-unreviewed', 'jobBookStatus', 'The Job Book is a template; the employer must review it.')]),
  ];
}

/** 29 CFR 29.5(b)(5): the entry wage is at least the minimum wage. */
function entryWage(standard: Standard): StandardFinding[] {
  const { wages, agency } = termsOf(standard);
  const entry = wages?.steps[0];
  if (!wages || !entry || (wages.journeyworkerCentsPerHour * entry.percent) / 100 >= agency.minimumWageCents) return [];
  const least = (agency.minimumWageCents / 100).toFixed(2);
  return [error('entry-wage-too-low', 'wage step 1', `The entry wage is below the minimum wage of ${least} an hour.`)];
}
