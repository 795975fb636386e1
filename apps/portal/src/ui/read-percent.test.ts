import { describe, expect, test } from 'vitest';
import { percentText, readPercent } from './read-percent.js';

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

test.each([
  [88, '88'],
  [88.5, '88.5'],
  [83.56, '83.56'],
  [66.667, '66.67'],
])('%d is told as %s, which reads as a percentage again', (percent, text) => {
  expect(percentText(percent)).toBe(text);
  expect(readPercent(text)).toBe(Number(text));
});
