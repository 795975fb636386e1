import { describe, expect, test } from 'vitest';
import { readDollars } from './read-dollars.js';
import { showDollars, showRate } from './show-dollars.js';

describe('an amount of dollars', () => {
  test.each([
    ['21', 2_100],
    ['21.5', 2_150],
    ['$21.50', 2_150],
    [' 19.99 ', 1_999],
    ['1,240', 124_000],
    ['1,021.05', 102_105],
    ['0.07', 7],
    ['0', 0],
  ])('is read from “%s”', (typed, cents) => {
    expect(readDollars(typed)).toBe(cents);
  });

  test.each([[''], ['twenty'], ['21.555'], ['21,5'], ['-3'], ['1,24,0']])('is not read from “%s”', (typed) => {
    expect(readDollars(typed)).toBeNull();
  });

  test('is shown with its cents, and as a rate', () => {
    expect(showDollars(124_005)).toBe('$1,240.05');
    expect(showRate(2_150)).toBe('$21.50 an hour');
  });
});
