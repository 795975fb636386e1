import { describe, expect, test } from 'vitest';
import { readPercent } from './read-percent.js';

describe('reading a percentage', () => {
  test.each([
    ['88', 88],
    ['88.5', 88.5],
    ['88,5 %', 88.5],
    ['0', 0],
    ['100', 100],
  ])('understands %s', (typed, percent) => {
    expect(readPercent(typed)).toBe(percent);
  });

  test.each([[''], ['101'], ['A-'], ['-5'], ['8.555']])('refuses "%s"', (typed) => {
    expect(readPercent(typed)).toBeNull();
  });
});
