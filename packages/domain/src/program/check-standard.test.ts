import { describe, expect, test } from 'vitest';
import { checkStandard } from './check-standard.js';
import { findAgencyPolicy } from './agency-policies.js';
import type { Standard } from './standard.js';
import { course, courseCode, imt, terms, wageSchedule, workProcess, processCode } from '../testing/build.js';
import { hours } from '../units.js';

const found = (overrides: Partial<Standard>, approach: Standard['approach'] = 'hybrid') =>
  checkStandard(imt(approach, overrides)).map(({ severity, kind, field }) => [severity, kind, field]);
const withSteps = (...percents: number[]) =>
  terms({
    wages: wageSchedule({ steps: percents.map((percent, i) => ({ step: i + 1, title: '', after: {}, percent })) }),
  });

describe('checking a standard', () => {
  test.each(['time', 'competency', 'hybrid'] as const)('finds nothing in the IMT program by %s', (approach) => {
    expect(checkStandard(imt(approach))).toEqual([]);
  });
  test('tells of the faults that validating finds', () => {
    expect(found({ ojtMinutes: hours(3_000) })).toEqual([['error', 'total-differs', 'ojtMinutes']]);
  });
  test('asks for safety on the job and in instruction', () => {
    const { workProcesses, courses } = imt();
    expect(found({ workProcesses: workProcesses.map((one) => ({ ...one, safety: false })) })).toEqual([
      ['error', 'safety-missing', 'workProcesses'],
    ]);
    expect(found({ courses: courses.map(({ safety: _, ...one }) => one) })).toEqual([
      ['error', 'safety-missing', 'courses'],
    ]);
  });
  test('warns of less than 144 h of instruction a year, and says how much it would be', () => {
    const findings = checkStandard(imt('hybrid', { termMonths: 24 }));
    expect(findings).toEqual([
      {
        severity: 'warning',
        kind: 'instruction-below-year',
        field: 'rtiMinutes',
        message: '264 h of instruction in 24 months; 144 h a year are recommended, that is 288 h.',
      },
    ]);
  });
  test('keeps it from being published where the agency requires those hours', () => {
    const agency = findAgencyPolicy('US-LA');
    if (!agency) throw new Error('Louisiana ships with Journeybook');
    expect(found({ termMonths: 24, terms: terms({ agency }) })).toEqual([
      ['error', 'instruction-below-year', 'rtiMinutes'],
    ]);
  });
  test.each([
    ['time', 'error'],
    ['hybrid', 'warning'],
  ] as const)('tells of less than 2,000 h on the job: by %s it is an %s', (approach, severity) => {
    const workProcesses = [workProcess({ requiredMinutes: hours(1_999), safety: true })];
    const competencies = [{ ...imt().competencies[0]!, workProcess: processCode('WP01') }];
    expect(found({ workProcesses, competencies, ojtMinutes: hours(1_999) }, approach)).toEqual([
      [severity, 'occupation-too-short', 'ojtMinutes'],
    ]);
  });
  test('asks for a competency in each process that is not local, unless time alone counts', () => {
    expect(found({ competencies: imt().competencies.slice(1) })).toEqual([['error', 'competencies-missing', 'WP01']]);
    expect(found({ competencies: [] }, 'time')).toEqual([]);
  });
  test('warns of a Job Book that nobody has reviewed', () => {
    expect(found({ jobBookStatus: 'template-unverified' })).toEqual([
      ['warning', 'job-book-unreviewed', 'jobBookStatus'],
    ]);
  });
});

describe('checking wages', () => {
  test.each([
    ['that fall', withSteps(60, 75, 74), 'wage-steps-fall', 'wage step 3'],
    ['above a journeyworker', withSteps(60, 101), 'wage-above-journeyworker', 'wage step 2'],
    ['below the minimum wage', withSteps(24), 'entry-wage-too-low', 'wage step 1'],
  ] as const)('finds steps %s', (...[, given, kind, field]) => {
    expect(found({ terms: given })).toEqual([['error', kind, field]]);
  });
  test('finds a step that asks for less than the one before', () => {
    const steps = wageSchedule().steps.map((one) =>
      one.step === 3 ? { ...one, after: { ojtMinutes: hours(999) } } : one,
    );
    expect(found({ terms: terms({ wages: wageSchedule({ steps }) }) })).toEqual([
      ['error', 'wage-step-unreachable', 'wage step 3'],
    ]);
  });
  test('finds steps that are not numbered in order', () => {
    const steps = wageSchedule().steps.toReversed();
    expect(found({ terms: terms({ wages: wageSchedule({ steps }) }) }).map(([, kind]) => kind)).toContain(
      'duplicate-code',
    );
  });
});

describe('checking electives', () => {
  const chosen = (code: string, required: number) =>
    course({ code: courseCode(code), requiredMinutes: hours(required), electiveGroup: 'ELECTIVES' });
  const group = (required: number) => ({ code: 'ELECTIVES', title: 'Choose some', requiredMinutes: hours(required) });
  const courses = [...imt().courses, chosen('EL1', 16), chosen('EL2', 24)];

  test('finds nothing when the group and the required courses add up', () => {
    expect(found({ courses, electiveGroups: [group(24)], rtiMinutes: hours(288) })).toEqual([]);
  });
  test('finds a group whose courses have too few hours', () => {
    expect(found({ courses, electiveGroups: [group(41)], rtiMinutes: hours(305) })).toEqual([
      ['error', 'limits-cross', 'ELECTIVES'],
    ]);
  });
  test('finds a course of a group that is not listed', () => {
    expect(found({ courses }).map(([, kind]) => kind)).toEqual(['unknown-elective-group', 'unknown-elective-group']);
  });
});

test('a hybrid minimum above its maximum keeps a standard from being published', () => {
  const [first = workProcess(), ...rest] = imt().workProcesses;
  const crossed = { ...first, minimumMinutes: hours(1_200), maximumMinutes: hours(1_100) };
  expect(found({ workProcesses: [crossed, ...rest] })).toEqual([['error', 'limits-cross', 'WP01']]);
});
