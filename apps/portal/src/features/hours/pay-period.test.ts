import type { CalendarDate, Minutes } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { comparePaid, nextPeriod } from './pay-period.js';

const day = (text: string) => text as CalendarDate;
const period = (from: string, until: string) => ({ from: day(from), until: day(until) });
const now = day('2026-11-26');

describe('the pay period to enter next', () => {
  test('is the last two weeks when there is none yet', () => {
    expect(nextPeriod([], now)).toEqual(period('2026-11-13', '2026-11-26'));
  });

  test('follows the latest, as long as it was', () => {
    const recorded = [period('2026-10-19', '2026-11-01'), period('2026-11-02', '2026-11-08')];
    expect(nextPeriod(recorded, now)).toEqual(period('2026-11-09', '2026-11-15'));
  });

  test('ends today at the latest', () => {
    expect(nextPeriod([period('2026-11-09', '2026-11-22')], now)).toEqual(period('2026-11-23', '2026-11-26'));
    expect(nextPeriod([period('2026-11-13', '2026-11-26')], now)).toEqual(period('2026-11-26', '2026-11-26'));
  });
});

test.each([
  [80, 84, '4 h more logged than paid'],
  [80, 72.5, '7 h 30 paid and not logged'],
  [80, 80, 'all of it logged'],
])('%d h paid and %d h logged are %s', (paid, logged, words) => {
  const minutes = (hours: number) => (hours * 60) as Minutes;
  expect(comparePaid({ minutes: minutes(paid), loggedMinutes: minutes(logged) })).toBe(words);
});
