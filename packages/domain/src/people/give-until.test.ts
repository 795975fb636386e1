import { expect, test } from 'vitest';
import { day, today } from '../testing/build.js';
import { addDays } from '../units.js';
import { giveUntil } from './give-until.js';

test.each([null, today, addDays(today, 30)])(
  'an auditor is invited until a day, today at the earliest: %s',
  (until) => {
    expect(giveUntil('auditor', until, today)).toEqual({ ok: true, value: until });
  },
);
test('a day that is over gives nothing', () => {
  expect(giveUntil('auditor', addDays(today, -1), today)).toEqual({
    ok: false,
    refusal: { kind: 'last-day-over', today },
  });
});
test.each(['mentor', 'employer-admin', 'instructor', 'college-admin', 'sponsor-admin', 'apprentice'] as const)(
  'no other role ends by itself: %s',
  (role) => {
    expect(giveUntil(role, day('2030-01-01'), today)).toMatchObject({ refusal: { kind: 'last-day-not-for-role' } });
    expect(giveUntil(role, null, today).ok).toBe(true);
  },
);
