import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countingGrade } from './counting-grade.js';
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
