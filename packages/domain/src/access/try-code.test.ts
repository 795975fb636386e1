import { describe, expect, test } from 'vitest';
import { at } from '../testing/build.js';
import type { CodeTries } from './try-code.js';
import { acceptStep, countWrong, openTries } from './try-code.js';

const now = at('2026-03-04T15:00:00.000Z');
const none: CodeTries = { wrong: 0, lockedAt: null };

describe('a code', () => {
  test('lets in by its step, once', () => {
    expect(acceptStep(100, null)).toEqual({ ok: true, value: 100 });
    expect(acceptStep(101, 100)).toEqual({ ok: true, value: 101 });
    expect(acceptStep(100, 100)).toEqual({ ok: false, refusal: { kind: 'code-used' } });
  });
  test('of a step before the one last used lets nobody in', () => {
    expect(acceptStep(99, 100)).toEqual({ ok: false, refusal: { kind: 'code-used' } });
  });
  test('of no step is wrong', () => {
    expect(acceptStep(null, 100)).toEqual({ ok: false, refusal: { kind: 'wrong-code' } });
  });
});

describe('wrong codes', () => {
  test('lock at the tenth in a row, for an hour', () => {
    let tries = none;
    for (let wrong = 1; wrong < 10; wrong += 1) {
      tries = countWrong(tries, now);
      expect(openTries(tries, now)).toEqual({ ok: true, value: { wrong, lockedAt: null } });
    }
    tries = countWrong(tries, now);
    expect(openTries(tries, at('2026-03-04T15:59:59.999Z'))).toEqual({ ok: false, refusal: { kind: 'codes-locked' } });
    expect(openTries(tries, at('2026-03-04T16:00:00.000Z'))).toEqual({ ok: true, value: none });
  });
});
