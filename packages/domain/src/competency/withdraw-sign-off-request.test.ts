import { describe, expect, test } from 'vitest';
import type { SignOffRequest } from './request-sign-off.js';
import { withdrawSignOffRequest } from './withdraw-sign-off-request.js';
import { ada, apprenticeship, grace, signOffRequest } from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const withdrawing = (by = ada, overrides: Partial<SignOffRequest> = {}) =>
  withdrawSignOffRequest(by, signOffRequest(overrides), apprenticeship());

describe('withdrawing a request for a sign-off', () => {
  test('ends it, and nobody has to look any more', () => {
    expect(accepted(withdrawing())).toEqual({ ...signOffRequest(), state: 'withdrawn' });
  });
  test('is refused to anybody else', () => {
    expect(refusalOf(withdrawing(grace))).toBe('not-their-record');
  });
  test.each(['signed-off', 'declined', 'withdrawn'] as const)('is refused once it is %s', (state) => {
    expect(withdrawing(ada, { state })).toEqual({ ok: false, refusal: { kind: 'already-answered', state } });
  });
});
