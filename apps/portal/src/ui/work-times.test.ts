import { describe, expect, test } from 'vitest';
import { minutesBetween, readTimes, showTimes } from './work-times.js';

describe('start and end', () => {
  test.each([
    ['06:00', '14:30', { startMinute: 360, endMinute: 870 }, '06:00–14:30'],
    ['22:00', '06:30', { startMinute: 1320, endMinute: 1830 }, '22:00–06:30 next day'],
    ['16:00', '00:00', { startMinute: 960, endMinute: 1440 }, '16:00–00:00 next day'],
  ])('from %s to %s', (from, to, times, shown) => {
    expect(readTimes(from, to)).toEqual(times);
    expect(showTimes(times)).toBe(shown);
  });

  test('have the minutes between them', () => {
    expect(minutesBetween({ startMinute: 1320, endMinute: 1830 })).toBe(510);
  });

  test.each([
    ['', '14:30'],
    ['06:00', ''],
    ['06:00', '06:00'],
    ['24:00', '06:00'],
    ['6:00', '14:60'],
  ])('are no times from "%s" to "%s"', (from, to) => {
    expect(readTimes(from, to)).toBeNull();
  });
});
