import type { PaceReasonView, PaceView } from '@journeybook/contracts';
import type { CalendarDate, CourseCode, Minutes } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import {
  byMostBehind,
  firstReason,
  isBehind,
  reasonsInOrder,
  sayAgainstPlan,
  sayReason,
  sayStandingOfPace,
  showRoughly,
} from './say-pace.js';

const minutes = (hours: number) => (hours * 60) as Minutes;
const lucia = { id: '1', name: 'Lucia Okafor' };
const said: { [Kind in PaceReasonView['kind']]: [Extract<PaceReasonView, { kind: Kind }>, string] } = {
  'not-in-training': [
    { kind: 'not-in-training', status: 'suspended' },
    'The apprenticeship is suspended: no hours are logged meanwhile.',
  ],
  'nothing-logged': [
    { kind: 'nothing-logged', days: 28 },
    'No hours have been logged since the apprenticeship began 4 weeks ago.',
  ],
  'no-log': [
    { kind: 'no-log', days: 22, lastWorkedOn: '2026-11-02' as CalendarDate },
    'No hours have been logged for 3 weeks; the last day worked is 2 Nov 2026.',
  ],
  'queue-waiting': [
    { kind: 'queue-waiting', mentor: lucia, days: 12, entries: 3, minutes: minutes(24) },
    '3 entries (24 h) have waited 12 days for Lucia Okafor.',
  ],
  'course-not-scheduled': [
    {
      kind: 'course-not-scheduled',
      course: 'RTI06' as CourseCode,
      title: 'Mechanical Knowledge',
      minutes: minutes(24),
    },
    'No class is set for Mechanical Knowledge (24\u00a0h).',
  ],
  'too-few-hours': [
    { kind: 'too-few-hours', weeklyMinutes: minutes(20), neededWeeklyMinutes: minutes(31.5) },
    '20 h a week were credited lately; 32 h a week are needed to end as planned.',
  ],
  'term-over': [
    { kind: 'term-over', days: 40 },
    'The planned term ended 6 weeks ago, and hours on the job are still left.',
  ],
};

describe('why somebody is behind', () => {
  test.each(Object.entries(said))('is one sentence for %s', (_kind, [reason, sentence]) => {
    expect(sayReason(reason)).toBe(sentence);
  });

  test('counts one entry as one', () => {
    const one = { kind: 'queue-waiting' as const, mentor: lucia, days: 10, entries: 1, minutes: minutes(8) };
    expect(sayReason(one)).toBe('1 entry (8 h) has waited 10 days for Lucia Okafor.');
  });

  test('says that a term ends today', () => {
    expect(sayReason({ kind: 'term-over', days: 0 })).toMatch(/^The planned term ends today/);
  });
});

const pace = (part: Partial<PaceView> = {}): PaceView => ({
  plannedOn: '2027-07-05' as CalendarDate,
  projectedOn: '2027-07-05' as CalendarDate,
  daysLate: 0,
  ojtLeftMinutes: minutes(600),
  processes: [],
  ojtBehindMinutes: minutes(0),
  rtiBehindMinutes: minutes(0),
  reasons: [],
  ...part,
});
const stuck = pace({ projectedOn: null, daysLate: null });

describe('where somebody stands', () => {
  test.each<[string, PaceView, boolean]>([
    ['on pace', pace({ daysLate: -30 }), false],
    ['9 days late', pace({ daysLate: 9 }), true],
    ['4 weeks late', pace({ daysLate: 30 }), true],
    ['8 months late', pace({ daysLate: 240 }), true],
    ['12 h behind on the job', pace({ ojtBehindMinutes: minutes(12), rtiBehindMinutes: minutes(3) }), true],
    ['3 h behind in instruction', pace({ rtiBehindMinutes: minutes(3) }), true],
    ['no hours lately', stuck, true],
    ['no hours yet', { ...stuck, reasons: [{ kind: 'nothing-logged', days: 9 }] }, true],
  ])('is said as %s', (words, given, behind) => {
    expect(sayStandingOfPace(given).words).toBe(words);
    expect(isBehind(given)).toBe(behind);
  });

  test.each([
    [0, 'as planned'],
    [-21, '3 weeks ahead of plan'],
    [1, '1 day later than planned'],
  ])('is compared with the plan: %i', (days, words) => {
    expect(sayAgainstPlan(days)).toBe(words);
  });

  test('orders the most behind first, and those without a pace last', () => {
    const late = pace({ daysLate: 30 });
    const behind = pace({ ojtBehindMinutes: minutes(12) });
    const [fine, ahead] = [pace(), pace({ daysLate: -90 })];
    expect([null, ahead, fine, behind, late, stuck].toSorted(byMostBehind)).toEqual([
      stuck,
      late,
      behind,
      fine,
      ahead,
      null,
    ]);
    // Being behind in hours goes before an end that is near.
    const done = pace({ daysLate: -10 });
    const slow = pace({ daysLate: -40, rtiBehindMinutes: minutes(40) });
    expect([done, slow].toSorted(byMostBehind)).toEqual([slow, done]);
  });

  test('is told in whole hours, and in minutes below one', () => {
    expect(showRoughly(43 * 60 + 42)).toBe('44 h');
    expect(showRoughly(42)).toBe('42 min');
  });

  test('has its first reason in what makes the end late, not in a class', () => {
    const [course] = said['course-not-scheduled'];
    const [few] = said['too-few-hours'];
    expect(firstReason(pace({ reasons: [course, few] }))).toBe(few);
    expect(reasonsInOrder(pace({ reasons: [course, few] }))).toEqual([few, course]);
    expect(firstReason(pace({ reasons: [course] }))).toBe(course);
    expect(firstReason(pace())).toBeUndefined();
  });
});
