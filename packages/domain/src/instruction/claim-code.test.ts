import { describe, expect, test } from 'vitest';
import { apprenticeship, at, now } from '../testing/build.js';
import { claimRecord, claimTriesAnHour, giveClaimCode, readClaimCode } from './claim-code.js';

const later = at(new Date(Date.parse(now) + 1).toISOString());
const facts = { now, matched: false, triesInHour: 0 };
const code = { expiresAt: later, usedAt: null, status: 'active' as const };

describe('giving a code', () => {
  test.each(['registered', 'active', 'suspended'] as const)('is for an agreement that is %s', (status) => {
    expect(giveClaimCode(apprenticeship({ status })).ok).toBe(true);
  });
  test.each([
    ['draft', 'not-in-training'],
    ['completed', 'record-closed'],
    ['cancelled', 'record-closed'],
    ['transferred', 'record-closed'],
  ] as const)('is refused for one that is %s', (status, kind) => {
    expect(giveClaimCode(apprenticeship({ status }))).toEqual({ ok: false, refusal: { kind, status } });
  });
});

describe('claiming a record with a code', () => {
  test.each([now, later])('takes one that nobody used, up to its end', (expiresAt) => {
    expect(claimRecord({ ...code, expiresAt }, facts)).toMatchObject({ ok: true });
  });
  test.each([
    ['wrong', null],
    ['used', { ...code, usedAt: now }],
    ['old', { ...code, expiresAt: at(new Date(Date.parse(now) - 1).toISOString()) }],
    ['for a draft', { ...code, status: 'draft' as const }],
    ['for an agreement that is over', { ...code, status: 'cancelled' as const }],
  ])('refuses one that is %s, all in the same words', (_, kept) => {
    expect(claimRecord(kept, facts)).toEqual({ ok: false, refusal: { kind: 'claim-code-wrong' } });
  });
  test('refuses a learner who is matched already', () => {
    expect(claimRecord(code, { ...facts, matched: true })).toEqual({ ok: false, refusal: { kind: 'already-matched' } });
  });
  test('refuses even the right one after too many wrong ones', () => {
    expect(claimRecord(code, { ...facts, triesInHour: claimTriesAnHour })).toEqual({
      ok: false,
      refusal: { kind: 'claim-tries-used-up' },
    });
    expect(claimRecord(code, { ...facts, triesInHour: claimTriesAnHour - 1 })).toMatchObject({ ok: true });
  });
  test.each(['abcd-2345', ' ABCD 2345 ', 'abcd2345'])('reads %j as it was meant', (typed) => {
    expect(readClaimCode(typed)).toBe('ABCD2345');
  });
});
