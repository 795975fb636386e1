import { describe, expect, test } from 'vitest';
import type { InvitationId } from '../brand.js';
import { ada, at, foundry, grace, now, today } from '../testing/build.js';
import { acceptInvitation, openInvitation } from './accept-invitation.js';
import { addDays } from '../units.js';
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
const nobody = { person: null, hasSignIn: false };
const facts = { address: nobody, now, today, inviterMay: true, signedIn: null };
const kindOf = (result: ReturnType<typeof openInvitation> | ReturnType<typeof acceptInvitation>) =>
  result.ok ? 'ok' : result.refusal;

describe('a link', () => {
  test('asks for a password when the address has no sign-in, else to sign in', () => {
    expect(openInvitation(invitation(), facts)).toEqual({ ok: true, value: 'password' });
    const known = { person: grace, hasSignIn: true };
    expect(openInvitation(invitation(), { ...facts, address: known })).toEqual({ ok: true, value: 'sign-in' });
  });
  test('opens until the instant it runs out', () => {
    const last = invitation({ expiresAt: at('2026-03-04T15:00:00.001Z') });
    expect(kindOf(openInvitation(last, facts))).toBe('ok');
    expect(kindOf(openInvitation(invitation({ expiresAt: now }), facts))).toEqual({
      kind: 'invitation-over',
      why: 'run-out',
    });
  });
  test.each([
    ['unknown', null],
    ['used', invitation({ acceptedAt: now })],
    ['taken-back', invitation({ revokedAt: now })],
  ] as const)('that is %s opens nothing', (why, one) => {
    expect(kindOf(openInvitation(one, facts))).toEqual({ kind: 'invitation-over', why });
    expect(kindOf(acceptInvitation(one, facts))).toEqual({ kind: 'invitation-over', why });
  });
  test('gives a role until its last day, and nothing after it', () => {
    const until = (last: typeof today) => kindOf(openInvitation(invitation({ role: 'auditor', until: last }), facts));
    expect(until(today)).toBe('ok');
    expect(until(addDays(today, -1))).toEqual({ kind: 'invitation-over', why: 'role-over' });
  });
  test('whose inviter may invite no longer opens nothing', () => {
    const left = { ...facts, inviterMay: false };
    const over = { kind: 'invitation-over', why: 'inviter-left' };
    expect(kindOf(openInvitation(invitation(), left))).toEqual(over);
    expect(kindOf(acceptInvitation(invitation(), left))).toEqual(over);
  });
  test('of an apprentice opens nothing when the address is another person’s', () => {
    const address = { person: grace, hasSignIn: false };
    const link = invitation({ person: ada, role: 'apprentice' });
    expect(kindOf(openInvitation(link, { ...facts, address }))).toEqual({ kind: 'address-is-somebody-elses' });
    expect(kindOf(openInvitation(link, { ...facts, address: { ...address, person: ada } }))).toBe('ok');
  });
});

describe('a role is taken', () => {
  const known = { ...facts, address: { person: grace, hasSignIn: true } };
  test('with a new password, by whoever has no sign-in', () => {
    expect(acceptInvitation(invitation(), facts).ok).toBe(true);
  });
  test('by whoever has one only signed in', () => {
    expect(kindOf(acceptInvitation(invitation(), known))).toEqual({ kind: 'sign-in-instead' });
    const signedIn = { email: ' NINA@people.example' };
    expect(acceptInvitation(invitation(), { ...known, signedIn }).ok).toBe(true);
  });
  test('by nobody who was not sent the link', () => {
    const signedIn = { email: 'other@people.example' };
    expect(kindOf(acceptInvitation(invitation(), { ...known, signedIn }))).toEqual({ kind: 'invited-as-another' });
    expect(kindOf(acceptInvitation(invitation(), { ...facts, signedIn }))).toEqual({ kind: 'invited-as-another' });
  });
});
