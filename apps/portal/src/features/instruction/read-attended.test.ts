import { expect, test } from 'vitest';
import { readAttended } from './read-attended.js';

test.each([
  ['12', 720],
  ['12.5', 750],
  ['12,5 h', 750],
  ['7:30', 450],
  [' 0.25 ', 15],
  ['0', null],
  ['', null],
  ['-3', null],
  ['twelve', null],
  ['7:75', null],
])('%j is %s minutes attended', (typed, minutes) => {
  expect(readAttended(typed)).toBe(minutes);
});
