import { expect, test } from 'vitest';
import { at, now } from '../testing/build.js';
import { isRosterDue } from './roster-due.js';

const minutesAgo = (minutes: number) => at(new Date(Date.parse(now) - minutes * 60_000).toISOString());

test('a roster that was read in the last ten minutes is not read again by a launch', () => {
  expect(isRosterDue({ state: 'read', readAt: minutesAgo(9.9) }, now)).toBe(false);
  expect(isRosterDue({ state: 'read', readAt: minutesAgo(10) }, now)).toBe(true);
});

test.each(['never', 'reading', 'failed'] as const)('one that is %s is, however new', (state) => {
  expect(isRosterDue({ state, readAt: minutesAgo(1) }, now)).toBe(true);
});
