import { expect, test } from 'vitest';
import { needsGuardian } from './needs-guardian.js';

test.each([
  ['2008-11-23', '2026-11-23', 18, false],
  ['2008-11-24', '2026-11-23', 18, true],
  ['2008-11-23', '2026-11-23', 21, true],
  ['', '2026-11-23', 18, false],
  ['2008-11-24', '', 18, false],
])('born %s, first day %s, adult at %i: a guardian signs: %s', (bornOn, beganOn, adultAge, needed) => {
  expect(needsGuardian({ bornOn, beganOn }, adultAge)).toBe(needed);
});
