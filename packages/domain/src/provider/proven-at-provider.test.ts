import { expect, test } from 'vitest';
import { needFreshSignIn } from '../access/fresh-sign-in.js';
import { at } from '../testing/build.js';
import { provenAtProvider } from './proven-at-provider.js';

const now = at('2026-03-04T15:00:00.000Z');
const seconds = Date.parse(now) / 1000;

test('whoever comes by a provider proved who they are when it asked them, not when they came', () => {
  expect(provenAtProvider(seconds - 3_600, now)).toBe('2026-03-04T14:00:00.000Z');
  expect(provenAtProvider(seconds, now)).toBe(now);
});
test('a provider whose clock is ahead makes nobody fresher than now', () => {
  expect(provenAtProvider(seconds + 3_600, now)).toBe(now);
  expect(provenAtProvider(Number.MAX_VALUE, now)).toBe(now);
});
test('a provider that does not say when it asked makes nobody fresh', () => {
  expect(provenAtProvider(undefined, now)).toBeNull();
  expect(needFreshSignIn(provenAtProvider(undefined, now), now).ok).toBe(false);
});
