import { describe, expect, test } from 'vitest';
import type { Minutes } from '../units.js';
import { hours } from '../units.js';
import { checkResult } from './check-result.js';

const check = (scorePercent: number | null, attendedMinutes: number | null) => {
  const checked = checkResult({ scorePercent, attendedMinutes: attendedMinutes as Minutes | null }, hours(24));
  return checked.ok ? 'kept' : checked.refusal.kind;
};

describe('a result that an instructor enters', () => {
  test.each([
    [0, null],
    [100, hours(24)],
    [null, 1],
    [null, null],
  ])('of %s percent and %s minutes is kept', (percent, attended) => {
    expect(check(percent, attended)).toBe('kept');
  });
  test('is never out of range', () => {
    expect([check(-1, null), check(100.1, null), check(Number.NaN, null)]).toEqual(Array(3).fill('score-out-of-range'));
    expect([check(80, 0), check(80, -5)]).toEqual(Array(2).fill('attendance-missing'));
    expect(check(80, hours(24) + 1)).toBe('attendance-above-course');
  });
});
