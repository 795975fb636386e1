import { describe, expect, test } from 'vitest';
import { at, now } from '../testing/build.js';
import type { GradeFacts } from './accept-grade.js';
import { isConfirmingGrade } from './accept-grade.js';

const facts = (overrides: Partial<GradeFacts> = {}): GradeFacts => ({
  policy: { confirmedBy: 'grade', creditMode: 'all', attempt: 'latest' },
  passMarkPercent: 70,
  writtenPercents: [],
  reversedAt: null,
  courseSince: null,
  ...overrides,
});
const confirms = (percent: number | null, overrides: Partial<GradeFacts> = {}) =>
  isConfirmingGrade({ percent, observedAt: now }, facts(overrides));

describe("an instructor's own grade", () => {
  test.each([70, 88.5, 100])('of %d percent confirms where 70 pass and the policy says so', (percent) => {
    expect(confirms(percent)).toBe(true);
  });
  test('confirms nothing where a person confirms by hand', () => {
    expect(confirms(88, { policy: { confirmedBy: 'hand', creditMode: 'all', attempt: 'latest' } })).toBe(false);
  });
  test.each([0, 69.99, null])('of %s does not pass', (percent) => {
    expect(confirms(percent)).toBe(false);
  });
  test('is none when it is what this tool wrote into the column', () => {
    expect(confirms(100, { writtenPercents: [100] })).toBe(false);
    expect(confirms(95, { writtenPercents: [95, 100] })).toBe(false);
    expect(confirms(91, { writtenPercents: [100] })).toBe(true);
  });
  test('must be newer than the reversal of the last credit', () => {
    expect(confirms(88, { reversedAt: now })).toBe(false);
    expect(confirms(88, { reversedAt: at(new Date(Date.parse(now) - 1).toISOString()) })).toBe(true);
  });
  test('must be newer than the course that the section is now', () => {
    expect(confirms(88, { courseSince: now })).toBe(false);
    expect(confirms(88, { courseSince: at(new Date(Date.parse(now) - 1).toISOString()) })).toBe(true);
  });
});
