import { expect, test } from 'vitest';
import { at } from '../testing/build.js';
import { needFreshSignIn } from './fresh-sign-in.js';

const proven = at('2026-03-04T15:00:00Z');

test.each(['2026-03-04T15:00:00Z', '2026-03-04T15:15:00Z'])('a sign-in is fresh for 15 minutes: %s', (now) => {
  expect(needFreshSignIn(proven, at(now))).toEqual({ ok: true, value: null });
});
test('a sign-in of which nobody knows when it was proven is not fresh', () => {
  expect(needFreshSignIn(null, proven).ok).toBe(false);
});
test.each(['2026-03-04T15:15:00.001Z', '2026-03-05T15:00:00Z'])('a sign-in is not fresh any more at %s', (now) => {
  expect(needFreshSignIn(proven, at(now))).toEqual({ ok: false, refusal: { kind: 'fresh-sign-in-needed' } });
});
