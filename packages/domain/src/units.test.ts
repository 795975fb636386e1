import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Minutes } from './units.js';
import {
  addBusinessDays,
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  hours,
  instant,
  isCalendarDate,
  minutes,
  minutesPerDay,
  sumMinutes,
} from './units.js';

describe('a calendar date', () => {
  test.each(['2026-02-28', '2024-02-29', '2026-12-31'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
    expect(calendarDate(text)).toBe(text);
  });
  test.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-03-02T00:00:00Z',
    ' 2026-03-02',
    '2026-03-02\n',
    '٢٠٢٦-03-02',
    '',
    'today',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });
  test('is read from every day that a calendar has', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(fc.property(days, (date) => isCalendarDate(date.toISOString().slice(0, 10))));
  });
  test('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const start = calendarDate('2026-11-23');
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i day(s) is %s', (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to);
  });
  test('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (days) => {
        const start = calendarDate('1999-12-31');
        expect(start < addDays(start, days)).toBe(true);
      }),
    );
  });
});

describe('minutes', () => {
  test.each([0, 1, -30, minutesPerDay])('are whole: %i', (value) => {
    expect(minutes(value)).toBe(value);
  });
  test.each([7.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('are never %d', (value) => {
    expect(() => minutes(value)).toThrow(RangeError);
  });
  test('of whole hours are sixty each', () => {
    expect([hours(0), hours(24), hours(2_736)]).toEqual([0, minutesPerDay, 164_160]);
  });
  test('of nothing add up to nothing', () => {
    expect(sumMinutes([])).toBe(0);
  });
  test('add up whatever their order', () => {
    const some = fc.array(fc.integer({ min: -10_000, max: 10_000 }).map((value) => value as Minutes));
    fc.assert(
      fc.property(some, (values) => {
        expect(sumMinutes(values.toReversed())).toBe(sumMinutes(values));
        expect(sumMinutes([...values, ...values])).toBe(2 * sumMinutes(values));
      }),
    );
  });
});

test('an instant is written in UTC', () => {
  expect(instant(new Date('2026-03-02T09:05:00-06:00'))).toBe('2026-03-02T15:05:00.000Z');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-05', 18, '2027-07-05'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-03-04', 0, '2026-03-04'],
])('%s and %i month(s) is %s', (from, months, to) => {
  expect(addMonths(calendarDate(from), months)).toBe(to);
});

test.each([
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 1, '2026-03-09'],
  ['2026-03-02', 5, '2026-03-09'],
  ['2026-03-02', 0, '2026-03-02'],
])('%s and %i business day(s) is %s', (from, days, to) => {
  expect(addBusinessDays(calendarDate(from), days)).toBe(to);
});

test('a holiday is no business day', () => {
  expect(addBusinessDays(calendarDate('2026-05-22'), 1, new Set([calendarDate('2026-05-25')]))).toBe('2026-05-26');
});
