import { describe, expect, test } from 'vitest';
import { day, foundry } from '../testing/build.js';
import type { SecondFactorDuty } from './second-factor-duty.js';
import { addPasskey, hasSecondFactor, mostPasskeys, removeSecondFactor } from './second-factors.js';

const nothing: SecondFactorDuty = { state: 'none' };
const owed = (state: 'soon' | 'now'): SecondFactorDuty => ({
  state,
  organization: foundry,
  requiredFrom: day('2026-03-04'),
});
const factors = (authenticator: boolean, passkeys = 0) => ({ authenticator, passkeys });

describe('a password alone does not let in', () => {
  test.each([factors(true), factors(false, 1), factors(true, 3)])('whoever has %j', (one) => {
    expect(hasSecondFactor(one)).toBe(true);
  });
  test('but lets in whoever has nothing else', () => {
    expect(hasSecondFactor(factors(false))).toBe(false);
  });
});

describe('taking a second factor away', () => {
  test('leaves the others', () => {
    expect(removeSecondFactor(factors(true, 2), 'authenticator', nothing)).toEqual({
      ok: true,
      value: factors(false, 2),
    });
    expect(removeSecondFactor(factors(true, 2), 'passkeys', nothing)).toEqual({ ok: true, value: factors(true, 1) });
  });
  test.each([nothing, owed('soon')])('leaves none where none is needed yet: %j', (duty) => {
    expect(removeSecondFactor(factors(true), 'authenticator', duty).ok).toBe(true);
  });
  test('keeps the last one while an organisation asks for it', () => {
    for (const which of ['authenticator', 'passkeys'] as const)
      expect(
        removeSecondFactor(factors(which === 'authenticator', which === 'passkeys' ? 1 : 0), which, owed('now')),
      ).toEqual({ ok: false, refusal: { kind: 'second-factor-kept' } });
    expect(removeSecondFactor(factors(true, 1), 'authenticator', owed('now')).ok).toBe(true);
  });
  test('is refused where there is none', () => {
    expect(removeSecondFactor(factors(false, 1), 'authenticator', nothing)).toEqual({
      ok: false,
      refusal: { kind: 'no-second-factor' },
    });
    expect(removeSecondFactor(factors(true), 'passkeys', nothing).ok).toBe(false);
  });
});

test('somebody has twenty passkeys at most', () => {
  expect(addPasskey(factors(false, mostPasskeys - 1)).ok).toBe(true);
  expect(addPasskey(factors(false, mostPasskeys))).toEqual({
    ok: false,
    refusal: { kind: 'too-many-passkeys', most: 20 },
  });
});
