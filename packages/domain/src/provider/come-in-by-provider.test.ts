import { describe, expect, test } from 'vitest';
import { at, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import type { ProviderCandidate, ProviderIdentity } from './come-in-by-provider.js';
import { comeInByProvider } from './come-in-by-provider.js';

const identity = (overrides: Partial<ProviderIdentity> = {}): ProviderIdentity => ({
  subject: 'sub-1',
  email: 'Grace@Foundry.example',
  isVerified: true,
  ...overrides,
});
const here = { role: 'mentor', organization: foundry, sponsors: [council] } as const;
const beyond = { role: 'mentor', organization: elsewhere, sponsors: [elsewhere] } as const;
const candidate = (overrides: Partial<ProviderCandidate> = {}): ProviderCandidate => ({
  person: grace,
  email: 'grace@foundry.example',
  hasPassword: true,
  roles: [here],
  linkedSubject: null,
  confirmed: false,
  ...overrides,
});
const allowed = {
  organization: foundry,
  domain: 'foundry.example',
  requestedBy: stranger,
  requestedAt: at('2026-03-01T08:00:00Z'),
  allowedAt: at('2026-03-02T08:00:00Z'),
  allowingSponsor: council,
};
type Facts = Parameters<typeof comeInByProvider>[1];
const facts = (overrides: Partial<Facts> = {}): Facts => ({
  organization: foundry,
  domains: [allowed],
  candidate: candidate(),
  isInvited: false,
  connectedBy: null,
  ...overrides,
});
const outcome = (given: Partial<Facts> = {}, who: Partial<ProviderIdentity> = {}) => {
  const result = comeInByProvider(identity(who), facts(given));
  return result.ok ? result.value : result.refusal.kind;
};
const known = { kind: 'known', person: grace, confirmed: false };

describe('an organisation’s provider lets in', () => {
  test('whoever has a role there under the verified address', () => {
    expect(outcome()).toEqual(known);
  });
  test('whoever is linked, also when the provider has another address by now', () => {
    const linked = { candidate: candidate({ linkedSubject: 'sub-1' }) };
    expect(outcome(linked, { email: 'grace.married@foundry.example', isVerified: false })).toEqual(known);
  });
  test('whoever is invited there, known or not', () => {
    expect(outcome({ candidate: null, isInvited: true })).toEqual({ kind: 'invited', email: 'Grace@Foundry.example' });
    expect(outcome({ candidate: candidate({ roles: [] }), isInvited: true })).toEqual(known);
  });
});

describe('an organisation’s provider does not let in', () => {
  test.each([
    ['an address it does not stand behind', {}, { isVerified: false }, 'provider-address-not-verified'],
    ['nobody in particular', {}, { email: null }, 'provider-address-not-verified'],
    ['an address of another domain', {}, { email: 'grace@elsewhere.example' }, 'address-outside-domains'],
    ['an address beneath its domain', {}, { email: 'grace@lab.foundry.example' }, 'address-outside-domains'],
    ['a domain that waits', { domains: [{ ...allowed, allowedAt: null }] }, {}, 'address-outside-domains'],
    ['somebody unknown', { candidate: null }, {}, 'nobody-here'],
    ['somebody who has nothing to do with it', { candidate: candidate({ roles: [beyond] }) }, {}, 'nobody-here'],
    [
      'somebody whose role has ended',
      { candidate: candidate({ roles: [], linkedSubject: 'sub-1' }) },
      {},
      'nobody-here',
    ],
    ['a second sign-in for one account', { candidate: candidate({ linkedSubject: 'sub-9' }) }, {}, 'linked-otherwise'],
    [
      'a linked person once the domain is taken from it',
      { candidate: candidate({ linkedSubject: 'sub-1' }), domains: [] },
      {},
      'address-outside-domains',
    ],
  ] as const)('%s', (_, given, who, kind) => {
    expect(outcome(given, who)).toBe(kind);
  });
});

describe('an account that opens more than the sponsor behind the domain answers for', () => {
  const more = candidate({ roles: [here, beyond] });
  test('is opened once its person says so, signed in', () => {
    expect(outcome({ candidate: more })).toBe('confirm-with-password');
    expect(outcome({ candidate: more, connectedBy: stranger })).toBe('confirm-with-password');
    expect(outcome({ candidate: more, connectedBy: grace })).toEqual({ ...known, confirmed: true });
  });
  test('stays open after that', () => {
    const confirmed = { ...more, linkedSubject: 'sub-1', confirmed: true };
    expect(outcome({ candidate: confirmed })).toEqual({ ...known, confirmed: true });
  });
  test('is closed to a link made before it opened more', () => {
    expect(outcome({ candidate: { ...more, linkedSubject: 'sub-1' } })).toBe('confirm-with-password');
  });
  test('includes an organisation that the sponsor shares with another', () => {
    const shared = { ...beyond, sponsors: [council, elsewhere] };
    expect(outcome({ candidate: candidate({ roles: [here, shared] }) })).toBe('confirm-with-password');
    expect(outcome({ candidate: candidate({ roles: [here, { ...beyond, sponsors: [council] }] }) })).toEqual(known);
  });
  test('is opened when there is no password to say so with', () => {
    expect(outcome({ candidate: { ...more, hasPassword: false } })).toEqual(known);
  });
});
