import { expect, test } from 'vitest';
import { at, now } from '../testing/build.js';
import { areResultsDue, isRosterDue } from './reading-due.js';

const minutesAgo = (minutes: number) => at(new Date(Date.parse(now) - minutes * 60_000).toISOString());

test('a roster that was read in the last ten minutes is not read again by a launch', () => {
  expect(isRosterDue({ state: 'read', readAt: minutesAgo(9.9) }, now)).toBe(false);
  expect(isRosterDue({ state: 'read', readAt: minutesAgo(10) }, now)).toBe(true);
});

test('grades that were read in the last minute are not read again by a launch', () => {
  expect(areResultsDue({ state: 'read', readAt: minutesAgo(0.9) }, now)).toBe(false);
  expect(areResultsDue({ state: 'read', readAt: minutesAgo(1) }, now)).toBe(true);
});

test.each(['never', 'reading', 'failed'] as const)('what is %s is, however new', (state) => {
  expect(isRosterDue({ state, readAt: minutesAgo(0) }, now)).toBe(true);
  expect(areResultsDue({ state, readAt: minutesAgo(0) }, now)).toBe(true);
});
