import { expect, test } from 'vitest';
import { readDollars, showRate } from './read-dollars.js';

test.each([
  ['21', 2100],
  ['21.5', 2150],
  ['$21.50', 2150],
  [' 19.99 ', 1999],
  ['1,021.05', 102_105],
  ['0.07', 7],
  ['21.555', null],
  ['21,5', null],
  ['', null],
  ['twenty', null],
  ['-3', null],
])('reads “%s” as %s cents', (typed, cents) => expect(readDollars(typed)).toBe(cents));

test('a rate is shown in dollars and cents an hour', () => expect(showRate(2150)).toBe('$21.50 an hour'));
