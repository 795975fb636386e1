import { describe, expect, test } from 'vitest';
import { federalPolicy } from './agency-policies.js';
import type { Standard } from './standard.js';
import { validateStandard } from './validate-standard.js';
import { validateValues } from './validate-values.js';
import {
  competency,
  competencyCode,
  course,
  courseCode,
  imt,
  policies,
  processCode,
  standard,
  terms,
  wageSchedule,
  workProcess,
} from '../testing/build.js';
import { hours, minutes } from '../units.js';

const faults = (overrides: Partial<Standard>) =>
  validateValues(standard(overrides)).map(({ kind, field }) => [kind, field]);
const occupation = (overrides: Partial<Standard['occupation']>) => ({
  occupation: { ...standard().occupation, ...overrides },
});

test.each([
  ['the one that other tests are built on', standard()],
  ['the IMT', imt()],
] as const)('no value is at fault in %s', (_, given) => {
  expect(validateValues(given)).toEqual([]);
});

describe('a name is missing', () => {
  test.each([
    ['of the version', { version: ' ' }, 'version'],
    ['of the occupation', occupation({ title: '' }), 'occupation'],
    ['in RAPIDS', occupation({ rapidsCode: '' }), 'rapidsCode'],
    ['of a work process', { workProcesses: [workProcess({ title: '' })] }, 'WP01'],
    ['of a competency', { competencies: [competency({ title: '\t' })] }, 'WP01.01'],
    ['of a course', { courses: [course({ title: '' })] }, 'RTI03'],
    ['of a group', { electiveGroups: [{ code: 'E', title: '', requiredMinutes: hours(1) }] }, 'E'],
    ['of a credential', { completionCredentials: [{ code: 'OSHA-10', name: '' }] }, 'OSHA-10'],
  ] as const)('%s', (_, overrides, field) => {
    expect(faults(overrides)).toEqual([['text-missing', field]]);
  });
});

describe('a code cannot be used', () => {
  test.each(['', 'x'.repeat(41), ' WP01', 'WP01 '])('when it is “%s”', (code) => {
    const lists: readonly (readonly [Partial<Standard>, string])[] = [
      [{ workProcesses: [workProcess({ code: processCode(code) })] }, 'workProcesses'],
      [{ competencies: [competency({ code: competencyCode(code) })] }, 'competencies'],
      [{ courses: [course({ code: courseCode(code) })] }, 'courses'],
      [{ electiveGroups: [{ code, title: 'Choose', requiredMinutes: hours(1) }] }, 'electiveGroups'],
      [{ completionCredentials: [{ code, name: 'OSHA' }] }, 'completionCredentials'],
    ];
    for (const [overrides, field] of lists) expect(faults(overrides)).toEqual([['code-unusable', field]]);
  });
  test('nor can a version or a RAPIDS code with a space at an end', () => {
    expect(faults({ version: '2026.1 ' })).toEqual([['code-unusable', 'version']]);
    expect(faults(occupation({ rapidsCode: ' 2031' }))).toEqual([['code-unusable', 'rapidsCode']]);
  });
  test('with 40 characters it can', () => {
    expect(faults({ workProcesses: [workProcess({ code: processCode('x'.repeat(40)) })] })).toEqual([]);
  });
});

test('a program without any time on the job or any instruction is at fault', () => {
  expect(validateStandard(standard({ workProcesses: [], competencies: [], ojtMinutes: hours(0) }))).toEqual([
    {
      kind: 'minutes-not-positive',
      field: 'ojtMinutes',
      message: 'The program has no time on the job; give it its hours.',
    },
  ]);
  expect(faults({ rtiMinutes: minutes(-1) })).toEqual([['minutes-not-positive', 'rtiMinutes']]);
});

describe('a number is out of range', () => {
  const huge = minutes(2 ** 40);
  const wagesAfter = (after: object) => ({
    terms: terms({ wages: wageSchedule({ steps: [{ step: 1, title: '', percent: 60, after }] }) }),
  });
  const agency = (overrides: Partial<typeof federalPolicy>) => ({
    terms: terms({ agency: { ...federalPolicy, ...overrides } }),
  });
  test.each([
    ['a term of 0 months', { termMonths: 0 }, 'termMonths'],
    ['a term of 121 months', { termMonths: 121 }, 'termMonths'],
    ['a term of half a month', { termMonths: 1.5 }, 'termMonths'],
    ['a total that no table holds', { ojtMinutes: huge }, 'ojtMinutes'],
    ['a process that no table holds', { workProcesses: [workProcess({ requiredMinutes: huge })] }, 'WP01'],
    ['a minimum below 0', { workProcesses: [workProcess({ minimumMinutes: minutes(-1) })] }, 'WP01'],
    ['a maximum that no table holds', { workProcesses: [workProcess({ maximumMinutes: huge })] }, 'WP01'],
    ['a course that no table holds', { courses: [course({ requiredMinutes: huge })] }, 'RTI03'],
    ['a group of no hours', { electiveGroups: [{ code: 'E', title: 'E', requiredMinutes: hours(0) }] }, 'E'],
    ['a level below 0', { levels: [{ level: -1, name: 'Never' }] }, 'levels'],
    ['a level that no table holds', { levels: [{ level: 2 ** 40, name: 'Always' }] }, 'levels'],
    ['a shift limit of 0', { policies: policies({ shiftLimitMinutes: hours(0) }) }, 'shiftLimitMinutes'],
    ['a shift limit above a day', { policies: policies({ shiftLimitMinutes: hours(25) }) }, 'shiftLimitMinutes'],
    ['a logging window without end', { policies: policies({ loggingWindowDays: 1e9 }) }, 'loggingWindowDays'],
    ['a rate below 0', { terms: terms({ wages: wageSchedule({ journeyworkerCentsPerHour: -1 }) }) }, 'wages'],
    ['a wage step after centuries', wagesAfter({ months: 1_201 }), 'wage step 1'],
    ['a wage step after hours that no table holds', wagesAfter({ ojtMinutes: huge }), 'wage step 1'],
    ['a deadline without end', agency({ correctiveActionDays: 1e9 }), 'agency'],
    ['a probation without end', agency({ probation: { percentOfTerm: 25, longestMonths: 1e9 } }), 'agency'],
  ] as const)('%s', (_, overrides, field) => {
    expect(faults(overrides)).toEqual([['out-of-range', field]]);
  });
  test('and the message says between what it must be', () => {
    expect(validateValues(standard({ termMonths: 121 })).map((one) => one.message)).toEqual([
      'The term in months must be between 1 and 120.',
    ]);
    const { message } = validateValues(standard({ policies: policies({ shiftLimitMinutes: hours(25) }) }))[0]!;
    expect(message).toBe('The shift limit must be between 1 minute and 24 h.');
  });
});

test.each([
  ['a credential', { completionCredentials: [0, 1].map(() => ({ code: 'OSHA-10', name: 'OSHA' })) }],
  ['a level', { levels: [...standard().levels, { level: 3, name: 'Again' }] }],
] as const)('%s that stands twice is a fault', (_, overrides) => {
  expect(validateStandard(standard(overrides)).map((one) => one.kind)).toEqual(['duplicate-code']);
});
