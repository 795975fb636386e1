import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween, isCalendarDate, minutes } from './units.js';

describe('a calendar date', () => {
  test.each(['2026-02-28', '2024-02-29', '2026-12-31'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });
  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 'today'])('refuses %s', (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
  test('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const start = calendarDate('2026-11-23');
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

test('minutes are whole', () => {
  expect(() => minutes(7.5)).toThrow(RangeError);
});
