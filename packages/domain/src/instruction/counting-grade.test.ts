import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../units.js';
import { attemptsAmong, countingGrade } from './counting-grade.js';
import type { AttemptRule } from './mapping-policy.js';

const counting = (attempt: AttemptRule, ...percents: (number | null)[]) =>
  countingGrade(
    percents.map((percent) => ({ percent })),
    { attempt, passMarkPercent: 70 },
  );

describe('the grade that counts', () => {
  test.each([
    ['first-pass', [60, 75, 95, 40], 75],
    ['best', [60, 75, 95, 40], 95],
    ['latest', [60, 75, 95, 40], 40],
  ] as const)('of several is, by the rule %s, of %j the one of %d', (attempt, percents, counts) => {
    expect(counting(attempt, ...percents)).toBe(counts);
  });
  test('is the last one known while none passed', () => {
    expect(counting('first-pass', 30, 50, null)).toBe(50);
  });
  test.each([
    ['latest', null],
    ['best', 80],
    ['first-pass', 80],
  ] as const)('after a grade was taken away is, by the rule %s, %s: no score is unknown, never zero', (rule, left) => {
    expect(counting(rule, 80, null)).toBe(left);
  });
  test('is none where there was none, whatever the rule', () => {
    for (const attempt of ['first-pass', 'best', 'latest'] as const) {
      expect(counting(attempt)).toBeNull();
      expect(counting(attempt, null, null)).toBeNull();
    }
  });
  test('is one that was seen, and zero only when zero was', () => {
    const grade = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
    fc.assert(
      fc.property(fc.array(grade), fc.constantFrom('first-pass', 'best', 'latest'), (seen, attempt) => {
        const counts = counting(attempt, ...seen);
        if (counts !== null) expect(seen).toContain(counts);
      }),
    );
  });
});

describe('an attempt', () => {
  const at = (minute: number) => instant(new Date(Date.UTC(2026, 2, 4, 9, minute)));
  const seen = [
    { percent: 88, readAt: at(0) },
    { percent: 100, readAt: at(1) },
    { percent: null, readAt: at(2) },
    { percent: 40, readAt: at(3) },
  ];
  test('is each grade while no credit was reversed and no mark was written', () => {
    expect(attemptsAmong(seen, { reversedAt: null, marks: [] })).toEqual(seen);
  });
  test('is no grade from before a reversal, nor one of that very moment', () => {
    expect(attemptsAmong(seen, { reversedAt: at(2), marks: [] })).toEqual([{ percent: 40, readAt: at(3) }]);
  });
  test('is no mark of completion that was read back', () => {
    expect(attemptsAmong(seen, { reversedAt: null, marks: [100] }).map(({ percent }) => percent)).toEqual([
      88,
      null,
      40,
    ]);
  });
});
