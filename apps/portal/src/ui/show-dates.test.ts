import type { CalendarDate } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { showAge, showDate, showDay, showRecentDay, tellDaysIn, today } from './show-dates.js';

const day = (text: string) => text as CalendarDate;

describe('showing dates', () => {
  test('writes a date with its year', () => {
    expect(showDate('2026-11-20')).toBe('20 Nov 2026');
    expect(showDate('2026-09-03')).toBe('3 Sep 2026');
  });

  test('writes a near day with its weekday', () => {
    expect(showDay('2026-11-20')).toBe('Fri 20 Nov');
  });

  test('calls today and yesterday by name', () => {
    expect(showRecentDay(day('2026-11-20'), day('2026-11-20'))).toBe('Today');
    expect(showRecentDay(day('2026-11-19'), day('2026-11-20'))).toBe('Yesterday');
    expect(showRecentDay(day('2026-11-18'), day('2026-11-20'))).toBe('Wed 18 Nov');
  });

  test('takes the date of the device, not of UTC, until the time zone of the sites is known', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    const moment = new Date('2026-03-05T03:00:00Z');
    tellDaysIn('America/Chicago');
    expect(today(moment)).toBe('2026-03-04');
    tellDaysIn('Asia/Tokyo');
    expect(today(moment)).toBe('2026-03-05');
    tellDaysIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  test.each([
    [20, 'just now'],
    [120, '2 min ago'],
    [7_200, '2 h ago'],
    [86_400, '1 day ago'],
    [4 * 86_400, '4 days ago'],
  ])('says %i seconds as %s', (seconds, text) => {
    const now = Date.parse('2026-11-20T12:00:00Z');
    expect(showAge(new Date(now - seconds * 1000).toISOString(), now)).toBe(text);
  });
});
