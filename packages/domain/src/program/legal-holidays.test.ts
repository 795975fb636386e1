import { expect, test } from 'vitest';
import { holidaysFrom, legalHolidays } from './legal-holidays.js';
import { day } from '../testing/build.js';

test('the legal holidays of 2026 are those that the government keeps', () => {
  expect(legalHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
  ]);
});
test('a holiday on a weekend is kept on the nearest workday, also in the year before', () => {
  expect(legalHolidays(2022).at(0)).toBe('2021-12-31');
  expect(legalHolidays(2027)).toContain('2027-07-05');
});
test('the last Monday of May is found when the month ends with it', () => {
  expect(legalHolidays(2027)[3]).toBe('2027-05-31');
});
test('a deadline across the year meets the holidays of both', () => {
  const holidays = holidaysFrom(day('2026-12-20'));
  expect([holidays.has(day('2026-12-25')), holidays.has(day('2027-01-01'))]).toEqual([true, true]);
});
test('deadlines years apart meet the holidays of each', () => {
  const holidays = holidaysFrom(day('2026-12-20'), day('2031-06-01'));
  expect([holidays.has(day('2027-01-01')), holidays.has(day('2031-07-04'))]).toEqual([true, true]);
  expect(holidaysFrom().size).toBe(0);
});
test.each([
  ['0001-01-01', '0001-07-04'],
  ['9999-12-01', '9999-12-24'],
])('a date far off, %s, has holidays like any other', (date, holiday) => {
  expect(holidaysFrom(day(date)).has(day(holiday))).toBe(true);
});
