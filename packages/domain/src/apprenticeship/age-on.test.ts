import { expect, test } from 'vitest';
import { ageOn } from './age-on.js';
import { day } from '../testing/build.js';

test.each([
  ['2010-03-04', '2026-03-03', 15],
  ['2010-03-04', '2026-03-04', 16],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('somebody born on %s is on %s %i years old', (born, on, age) => {
  expect(ageOn(day(born), day(on))).toBe(age);
});
