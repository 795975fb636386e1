import { describe, expect, test } from 'vitest';
import type { FlagFacts } from './flag-hours.js';
import { flagHours } from './flag-hours.js';
import { day, policies, submittedHours } from '../testing/build.js';
import { hours, minutes } from '../units.js';

const usual: FlagFacts = {
  policies: policies({ shiftLimitMinutes: hours(12), loggingWindowDays: 7 }),
  minutesThatDay: hours(8),
  sameEntries: 1,
  loggedOn: day('2026-03-02'),
};
const entry = submittedHours({ workedOn: day('2026-03-02') });

describe('flagging hours', () => {
  test('finds nothing in an ordinary shift logged in time', () => {
    expect(flagHours(entry, usual)).toEqual([]);
  });
  test('finds nothing at the limits themselves', () => {
    const atTheLimits = { ...usual, minutesThatDay: hours(12), loggedOn: day('2026-03-09') };
    expect(flagHours(entry, atTheLimits)).toEqual([]);
  });
  test.each([
    ['over-shift-limit', { minutesThatDay: minutes(12 * 60 + 1) }],
    ['logged-late', { loggedOn: day('2026-03-10') }],
    ['duplicate', { sameEntries: 2 }],
    ['covered-by-payroll', { payroll: { paidMinutes: hours(40), loggedMinutes: hours(41) } }],
  ])('marks %s', (flag, facts) => {
    expect(flagHours(entry, { ...usual, ...facts })).toEqual([flag]);
  });
  test('goes by the policy of the program, not by a number of ours', () => {
    const strict = { ...usual, policies: policies({ shiftLimitMinutes: hours(6), loggingWindowDays: 0 }) };
    expect(flagHours(entry, { ...strict, loggedOn: day('2026-03-03') })).toEqual(['over-shift-limit', 'logged-late']);
  });
  test('marks everything that is found', () => {
    const odd = { ...usual, minutesThatDay: hours(13), sameEntries: 3, loggedOn: day('2026-04-02') };
    expect(flagHours(entry, odd)).toEqual(['over-shift-limit', 'logged-late', 'duplicate']);
  });
});
