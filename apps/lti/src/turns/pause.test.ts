import { describe, expect, test } from 'vitest';
import { ordinaryPace as pace } from './pace.js';
import { pauseAfter, pauseForShare } from './pause.js';

const seconds = (failures: number, retryAfterSeconds: number | null = null, random = 1) =>
  pauseAfter(failures, { pace, retryAfterSeconds, random: () => random }) / 1_000;

describe('the pause after failures', () => {
  test('doubles up to an hour', () => {
    expect([1, 2, 3, 4, 10, 11, 5_000].map((failures) => seconds(failures))).toEqual([5, 10, 20, 40, 2560, 3600, 3600]);
  });
  test('is by chance down to half as long', () => {
    expect(seconds(4, null, 0)).toBe(20);
  });
  test('is never shorter than the platform asks, up to a day', () => {
    expect(seconds(1, 120, 0)).toBe(120);
    expect(seconds(11, 120)).toBe(3600);
    expect(seconds(1, 10_000_000)).toBe(86_400);
  });
});

test('the pause for the share that is left is none while there is plenty, or when nothing is said', () => {
  expect([undefined, '', 'much', '600.0', '50'].map((remaining) => pauseForShare(remaining, pace))).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(pauseForShare('20.5', pace)).toBe(2_950);
  expect(pauseForShare('0.0', pace)).toBe(5_000);
});
