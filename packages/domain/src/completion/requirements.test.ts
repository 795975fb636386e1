import { describe, expect, test } from 'vitest';
import type { RequirementFacts } from './requirements.js';
import { listRequirements, unmet } from './requirements.js';
import { federalPolicy, findAgencyPolicy } from '../program/agency-policies.js';
import type { Standard } from '../program/standard.js';
import {
  competencyAttested,
  competencyCode,
  course,
  courseCode,
  credentialEarned,
  day,
  entryReversed,
  imt,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standard,
  terms,
  today,
  varianceApproved,
  workProcess,
} from '../testing/build.js';
import { hours } from '../units.js';

const list = (of: Standard, facts: Partial<RequirementFacts> = {}) =>
  listRequirements(of, { beganOn: day('2026-01-05'), entries: [], today, ...facts });
const kinds = (of: Standard) => [...new Set(list(of).map((one) => one.kind))];
const one = (of: Standard, code: string, facts: Partial<RequirementFacts> = {}) =>
  list(of, facts).find((requirement) => requirement.code === code);
const worked = (code: string, count: number, id = 1) =>
  ojtHoursCredited({ id: recordEntryId(id), workProcess: processCode(code), minutes: hours(count) });

describe('completion asks', () => {
  test('by time for every process, every course and the credentials', () => {
    expect(list(imt('time'))).toHaveLength(11 + 14 + 1);
    expect(kinds(imt('time'))).toEqual(['process-hours', 'course', 'completion-credential']);
  });
  test('by competency for every skill, every course and the credentials', () => {
    expect(list(imt('competency'))).toHaveLength(11 + 14 + 1);
    expect(kinds(imt('competency'))).toEqual(['competency', 'course', 'completion-credential']);
  });
  test('by hybrid for every process, every skill, every course and the credentials', () => {
    expect(list(imt('hybrid'))).toHaveLength(11 + 11 + 14 + 1);
    expect(kinds(imt('hybrid'))).toEqual(['process-hours', 'competency', 'course', 'completion-credential']);
  });
  test('nothing that is not said on the first day to be met', () => {
    expect(unmet(list(imt('hybrid')))).toHaveLength(37);
  });
});

describe('a requirement says what would meet it', () => {
  test('the minutes of a process that are left', () => {
    expect(one(imt('time'), 'WP01', { entries: [worked('WP01', 990)] })).toEqual({
      kind: 'process-hours',
      code: 'WP01',
      title: workProcess().title,
      met: false,
      missing: { kind: 'minutes', minutes: hours(10) },
    });
    expect(one(imt('time'), 'WP01', { entries: [worked('WP01', 1_000)] })).toMatchObject({ met: true, missing: null });
  });
  test('no hours of another process, however many', () => {
    expect(one(imt('time'), 'WP02', { entries: [worked('WP01', 5_000)] })).toMatchObject({ met: false });
  });
  test('the minimum of a hybrid process, not what it requires', () => {
    const { workProcesses } = imt();
    const of = imt('hybrid', { workProcesses: workProcesses.map((each) => ({ ...each, minimumMinutes: hours(80) })) });
    expect(one(of, 'WP01', { entries: [worked('WP01', 79)] })?.missing).toEqual({ kind: 'minutes', minutes: hours(1) });
    expect(one(of, 'WP01', { entries: [worked('WP01', 80)] })?.met).toBe(true);
    expect(one({ ...of, approach: 'time' }, 'WP01', { entries: [worked('WP01', 80)] })?.met).toBe(false);
  });
  test('the level that a skill needs and the one it has', () => {
    expect(one(imt(), 'WP01.01', { entries: [competencyAttested({ level: 2 })] })?.missing).toEqual({
      kind: 'sign-off',
      requiredLevel: 3,
      level: 2,
    });
    expect(one(imt(), 'WP01.01', { entries: [competencyAttested()] })?.met).toBe(true);
  });
  test('a course, until its credit stands', () => {
    expect(one(imt(), 'RTI03', { entries: [rtiHoursCredited()] })?.met).toBe(true);
    const reversed = [rtiHoursCredited(), entryReversed({ reverses: rtiHoursCredited().id })];
    expect(one(imt(), 'RTI03', { entries: reversed })?.missing).toEqual({ kind: 'minutes', minutes: hours(24) });
  });
  test('a credential, until somebody has seen it', () => {
    expect(one(imt(), 'OSHA-10')?.missing).toEqual({ kind: 'credential' });
    expect(one(imt(), 'OSHA-10', { entries: [credentialEarned()] })?.met).toBe(true);
    const voided = [credentialEarned(), entryReversed({ reverses: credentialEarned().id })];
    expect(one(imt(), 'OSHA-10', { entries: voided })?.met).toBe(false);
  });
  test('the least on the job that a competency-based policy asks for, over all processes', () => {
    const of = imt('competency', { terms: terms({ agency: { ...federalPolicy, ojtMinimumMinutes: hours(500) } }) });
    const entries = [worked('WP01', 300), worked('WP02', 150, 2)];
    expect(one(of, 'ojt-minimum', { entries })?.missing).toEqual({ kind: 'minutes', minutes: hours(50) });
    expect(one({ ...of, approach: 'hybrid' }, 'ojt-minimum')).toBeUndefined();
  });
  test.each(['competency', 'hybrid'] as const)('six months in California, by %s', (approach) => {
    const agency = findAgencyPolicy('US-CA');
    if (!agency) throw new Error('California ships with Journeybook');
    const of = imt(approach, { terms: terms({ agency }) });
    expect(one(of, 'ojt-months')?.missing).toEqual({ kind: 'until', on: '2026-07-05' });
    expect(one(of, 'ojt-months', { today: day('2026-07-05') })?.met).toBe(true);
    expect(one({ ...of, approach: 'time' }, 'ojt-months')).toBeUndefined();
  });
});

test('hours above a maximum meet nothing without a variance', () => {
  const narrow = workProcess({ requiredMinutes: hours(100), minimumMinutes: hours(100), maximumMinutes: hours(100) });
  const of = standard({ workProcesses: [narrow], competencies: [], ojtMinutes: hours(100) });
  const agency = { ...federalPolicy, ojtMinimumMinutes: hours(120) };
  const byCompetency: Standard = { ...of, approach: 'competency', terms: terms({ agency }) };
  expect(one(byCompetency, 'ojt-minimum', { entries: [worked('WP01', 130)] })?.met).toBe(false);
  expect(one(byCompetency, 'ojt-minimum', { entries: [worked('WP01', 130), varianceApproved()] })?.met).toBe(true);
});

test('of a group of electives its hours are asked for, whichever courses they come from', () => {
  const chosen = (code: string) =>
    course({ code: courseCode(code), requiredMinutes: hours(16), electiveGroup: 'ELECTIVES' });
  const of = imt('time', {
    courses: [...imt().courses, chosen('EL1'), chosen('EL2')],
    electiveGroups: [{ code: 'ELECTIVES', title: 'Choose one', requiredMinutes: hours(16) }],
  });
  const credit = rtiHoursCredited({ course: courseCode('EL2'), minutes: hours(16) });
  expect(one(of, 'EL1')).toBeUndefined();
  expect(one(of, 'ELECTIVES')?.missing).toEqual({ kind: 'minutes', minutes: hours(16) });
  expect(one(of, 'ELECTIVES', { entries: [credit] })?.met).toBe(true);
});

test('a skill of another code meets nothing', () => {
  const entries = [competencyAttested({ competency: competencyCode('WELD.01') })];
  expect(unmet(list(imt('competency'), { entries }))).toHaveLength(26);
});
