import { hours, minutesPerDay, minutesPerHour } from '../units.js';
import type { Standard } from './standard.js';

/** One value that no version may have: what cannot be kept, or what no rule could count with. */
export interface ValueFault {
  readonly kind: 'text-missing' | 'code-unusable' | 'minutes-not-positive' | 'out-of-range';
  readonly field: string;
  readonly message: string;
}

const longestCode = 40;
const mostMinutes = hours(100_000);
const most = { months: 120, days: 3_650, years: 100, cents: 1_000_000, level: 100, skills: 2_000 };

/**
 * Lists every single value at fault, whatever the others are: a title that is missing, a code that cannot be one, no time at all, and
 * numbers out of range. What several values say together is `validateStandard`'s.
 */
export const validateValues = (standard: Standard): readonly ValueFault[] => [
  ...texts(standard),
  ...codes(standard),
  ...totals(standard),
  ...[...itemMinutes(standard), ...numbers(standard), ...wages(standard), ...agency(standard)].flatMap(outOfRange),
];

function texts({ version, occupation, ...standard }: Standard): ValueFault[] {
  const items = [standard.workProcesses, standard.competencies, standard.courses, standard.electiveGroups ?? []].flat();
  const written = [
    { field: 'version', text: version },
    { field: 'occupation', text: occupation.title },
    { field: 'rapidsCode', text: occupation.rapidsCode },
    ...items.map(({ code, title }) => ({ field: code, text: title })),
    ...standard.completionCredentials.map(({ code, name }) => ({ field: code, text: name })),
  ];
  return written
    .filter(({ text }) => text.trim() === '')
    .map(({ field }) => ({ kind: 'text-missing', field, message: `${nameOf[field] ?? field} is not named; name it.` }));
}

const nameOf: Readonly<Record<string, string>> = {
  version: 'The version',
  occupation: 'The occupation',
  rapidsCode: 'The RAPIDS code',
  '': 'An item without a code',
};

/** Codes are written by people and matched letter by letter: a space at an end would make two of one. */
function codes(standard: Standard): ValueFault[] {
  const lists = ['workProcesses', 'competencies', 'courses', 'electiveGroups', 'completionCredentials'] as const;
  const written = lists.flatMap((field) => (standard[field] ?? []).map(({ code }) => ({ field, code: code })));
  const named = [
    { field: 'version', code: standard.version },
    { field: 'rapidsCode', code: standard.occupation.rapidsCode },
  ].filter(({ code }) => code.trim() !== '');
  return [
    ...written.filter(({ code }) => code === '' || code.length > longestCode || code !== code.trim()),
    ...named.filter(({ code }) => code !== code.trim()),
  ].map(({ field, code }) => ({
    kind: 'code-unusable',
    field,
    message: `“${code.slice(0, longestCode + 1)}” cannot be used; write 1 to ${longestCode} characters without a space before or after.`,
  }));
}

const totals = ({ ojtMinutes, rtiMinutes }: Standard): ValueFault[] =>
  [
    { field: 'ojtMinutes', minutes: ojtMinutes, message: 'The program has no time on the job; give it its hours.' },
    { field: 'rtiMinutes', minutes: rtiMinutes, message: 'The program has no instruction; give it its hours.' },
  ]
    .filter(({ minutes }) => minutes <= 0)
    .map(({ field, message }) => ({ kind: 'minutes-not-positive', field, message }));

/** A number and what it may be; null is not asked for. */
interface Ranged {
  readonly field: string;
  readonly name: string;
  readonly value: number | null | undefined;
  readonly least?: number;
  readonly most: number;
  /** Whether it is minutes, which a person reads as hours. */
  readonly minutes?: true;
}

const time = (field: string, name: string, value: Ranged['value'], least = 0): Ranged => ({
  field,
  name,
  value,
  least,
  most: mostMinutes,
  minutes: true,
});

function itemMinutes(standard: Standard): Ranged[] {
  const { workProcesses, courses, electiveGroups = [], ojtMinutes, rtiMinutes } = standard;
  // No time at all is a fault of its own, with words of its own.
  const required = [...workProcesses, ...courses].filter((one) => one.requiredMinutes > 0);
  return [
    ...required.map((one) => time(one.code, one.code, one.requiredMinutes)),
    ...electiveGroups.map((one) => time(one.code, one.code, one.requiredMinutes, 1)),
    ...workProcesses.flatMap(({ code, minimumMinutes, maximumMinutes }) => [
      time(code, `The minimum of ${code}`, minimumMinutes),
      time(code, `The maximum of ${code}`, maximumMinutes),
    ]),
    ...[time('ojtMinutes', 'The OJT total', ojtMinutes), time('rtiMinutes', 'The RTI total', rtiMinutes)].filter(
      ({ value }) => (value ?? 0) > 0,
    ),
  ];
}

const numbers = ({ termMonths, levels, policies }: Standard): Ranged[] => [
  { field: 'termMonths', name: 'The term in months', value: termMonths, least: 1, most: most.months },
  ...levels.map(({ level }) => ({ field: 'levels', name: `Level ${level}`, value: level, most: most.level })),
  {
    ...time('shiftLimitMinutes', 'The shift limit', policies.shiftLimitMinutes, 1),
    most: minutesPerDay,
  },
  {
    field: 'loggingWindowDays',
    name: 'The logging window in days',
    value: policies.loggingWindowDays,
    most: most.days,
  },
];

function wages({ terms }: Standard): Ranged[] {
  if (!terms?.wages) return [];
  const { journeyworkerCentsPerHour, steps } = terms.wages;
  return [
    { field: 'wages', name: "The journeyworker's rate in cents", value: journeyworkerCentsPerHour, most: most.cents },
    ...steps.flatMap(({ step, after }) => {
      const field = `wage step ${step}`;
      return [
        time(field, `The OJT of ${field}`, after.ojtMinutes),
        time(field, `The RTI of ${field}`, after.rtiMinutes),
        { field, name: `The months of ${field}`, value: after.months, most: most.months },
        { field, name: `The competencies of ${field}`, value: after.competencies, most: most.skills },
      ];
    }),
  ];
}

function agency({ terms }: Standard): Ranged[] {
  if (!terms) return [];
  const { reporting, probation, instructionPerYear, standing, ...policy } = terms.agency;
  const of = (name: string, value: number | undefined, up: number): Ranged => ({
    field: 'agency',
    name: `${name} of the agency policy`,
    value,
    most: up,
  });
  return [
    ...Object.entries(reporting).map(([event, { days }]) => of(`Days to report ${event}`, days, most.days)),
    of('Days to send evidence', standing.evidenceDue?.days, most.days),
    of('Days of corrective action', policy.correctiveActionDays, most.days),
    of('Days of grace of a wage step', policy.wageStepGraceDays, most.days),
    of('Longest probation in months', probation.longestMonths, most.months),
    of('Least months on the job', policy.ojtMinimumMonths, most.months),
    of('Least age', policy.minimumAge, most.years),
    of('Age of an adult', policy.adultAge, most.years),
    of('Years of keeping records', policy.retentionYears, most.years),
    of('Minimum wage in cents', policy.minimumWageCents, most.cents),
    time('agency', 'Instruction a year of the agency policy', instructionPerYear.minutes),
    time('agency', 'Least OJT of the agency policy', policy.ojtMinimumMinutes),
  ];
}

function outOfRange({ field, name, value, least = 0, ...range }: Ranged): readonly ValueFault[] {
  if (value === null || value === undefined) return [];
  if (Number.isInteger(value) && value >= least && value <= range.most) return [];
  const limits = range.minutes
    ? `${least > 0 ? '1 minute' : 0} and ${(range.most / minutesPerHour).toLocaleString('en')} h`
    : `${least} and ${range.most.toLocaleString('en')}`;
  return [{ kind: 'out-of-range', field, message: `${name} must be between ${limits}.` }];
}
