import { describe, expect, test } from 'vitest';
import { readDollars } from './read-dollars.js';
import { showDollars } from './show-dollars.js';

describe('an amount of dollars', () => {
  test.each([
    ['24.50', 2_450],
    ['$24.5', 2_450],
    ['24,50', 2_450],
    ['1,240', 124_000],
    ['1,240.05', 124_005],
    ['0', 0],
  ])('is read from %s', (typed, cents) => {
    expect(readDollars(typed)).toBe(cents);
  });

  test.each([[''], ['much'], ['24.505'], ['-3'], ['1,24,0']])('is not read from "%s"', (typed) => {
    expect(readDollars(typed)).toBeNull();
  });

  test('is shown with its cents', () => {
    expect(showDollars(124_005)).toBe('$1,240.05');
  });
});
