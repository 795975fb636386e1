import { expect, test } from 'vitest';
import { readMinutes } from './read-minutes.js';

test.each([
  ['1,946 h', 116_760],
  ['7 h 30', 450],
  ['45 min', 45],
  ['−2 h · reversal', -120],
  ['0 h', 0],
  ['653 h count in Operate production equipment: open the entries', 39_180],
])('reads %s as %i minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test('does not take a text without a time for nothing', () => {
  expect(() => readMinutes('Level 3')).toThrow('there is no time in “Level 3”');
});
