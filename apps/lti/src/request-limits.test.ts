import { describe, expect, test } from 'vitest';
import { countRequests, ordinaryLimits } from './request-limits.js';

describe('requests from one address', () => {
  test('are answered up to the limit, and again when the minute is over', () => {
    let now = 0;
    const counter = countRequests(2, () => now);
    expect(['a', 'a', 'a'].map((place) => counter.take(place))).toEqual([0, 0, 60]);
    now = 59_500;
    expect(counter.take('a')).toBe(1);
    now = 60_000;
    expect(counter.take('a')).toBe(0);
  });

  test('are no matter of another address', () => {
    const counter = countRequests(1, () => 0);
    expect([counter.take('a'), counter.take('a'), counter.take('b')]).toEqual([0, 60, 0]);
  });

  test('let a college of 300 learners begin its lesson, all in the same minute', () => {
    const counter = countRequests(ordinaryLimits.launches, () => 0);
    const [login, launch, proof] = [1, 1, 1];
    const waits = Array.from({ length: 300 * (login + launch + proof) }, () => counter.take('college'));
    expect(Math.max(...waits)).toBe(0);
  });
});
