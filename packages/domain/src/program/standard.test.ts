import { expect, test } from 'vitest';
import { countableMinutes } from './standard.js';
import { workProcess } from '../testing/build.js';
import { hours } from '../units.js';

test('a process counts what it requires when no maximum is set', () => {
  expect(countableMinutes(workProcess({ requiredMinutes: hours(200), maximumMinutes: null }))).toBe(hours(200));
});

test('a process counts up to its maximum', () => {
  expect(countableMinutes(workProcess({ requiredMinutes: hours(200), maximumMinutes: hours(250) }))).toBe(hours(250));
});
