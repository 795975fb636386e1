import { expect, test } from 'vitest';
import { flagPayroll } from './flag-payroll.js';
import { hours, minutes } from '../units.js';

test('more hours logged than paid are flagged', () => {
  expect(flagPayroll({ paidMinutes: hours(40), loggedMinutes: minutes(2_401) })).toEqual(['covered-by-payroll']);
});

test.each([
  null,
  { paidMinutes: hours(40), loggedMinutes: hours(40) },
  { paidMinutes: hours(40), loggedMinutes: hours(0) },
])('nothing is flagged for %o', (period) => {
  expect(flagPayroll(period)).toEqual([]);
});
