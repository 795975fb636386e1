import { expect, test } from 'vitest';
import { readAmount, showAmount } from './read-amount.js';

test.each([
  ['120', 7200],
  ['1000 h', 60_000],
  ['7.5', 450],
  ['7,25', 435],
  ['7:30', 450],
  ['0', 0],
  ['', null],
  ['7:75', null],
  ['1,000', null],
  ['-5', null],
  ['many', null],
])('reads “%s” as %s minutes', (typed, minutes) => expect(readAmount(typed)).toBe(minutes));

test.each([7200, 450, 5, 0])('reads back what it shows for %i minutes', (minutes) =>
  expect(readAmount(showAmount(minutes))).toBe(minutes),
);
