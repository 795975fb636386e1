import { describe, expect, test } from 'vitest';
import type { InvitationId } from '../brand.js';
import { at, foundry, grace, now, today } from '../testing/build.js';
import { acceptWithoutAccount } from './accept-without-account.js';
import type { Invitation } from './invitation.js';

const invitation = (overrides: Partial<Invitation> = {}): Invitation => ({
  id: '01' as InvitationId,
  organization: foundry,
  role: 'mentor',
  email: 'nina@people.example',
  expiresAt: at('2026-03-18T15:00:00Z'),
  acceptedAt: null,
  revokedAt: null,
  until: null,
  person: null,
  ...overrides,
});
const facts = { address: { person: null, hasSignIn: false }, inviterMay: true, now, today };

describe('a role is taken without an account', () => {
  test('by a mentor', () => {
    expect(acceptWithoutAccount(invitation(), facts).ok).toBe(true);
  });
  test.each([
    ['another role', invitation({ role: 'employer-admin' }), facts, 'account-needed'],
    [
      'an address that has an account',
      invitation(),
      { ...facts, address: { person: grace, hasSignIn: true } },
      'sign-in-instead',
    ],
    ['an invitation that is over', invitation({ revokedAt: now }), facts, 'invitation-over'],
  ] as const)('not with %s', (_, one, given, kind) => {
    expect(acceptWithoutAccount(one, given)).toMatchObject({ ok: false, refusal: { kind } });
  });
});
