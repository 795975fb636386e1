import { describe, expect, test } from 'vitest';
import { actor, at, council, elsewhere, foundry, stranger } from '../testing/build.js';
import type { ProviderDomain } from './provider.js';
import { requestDomain } from './request-domain.js';

const asked = { organization: foundry, domain: 'foundry.example' };
const facts = { kind: 'employer', known: [] } as const;
const employer = {
  ...actor(stranger, { role: 'employer-admin', organization: foundry }),
  email: 'fred@elsewhere.example',
};
const sponsor = {
  ...actor(stranger, { role: 'sponsor-admin', organization: council }),
  email: 'cora@council.example',
};
const known = (overrides: Partial<ProviderDomain>): ProviderDomain => ({
  organization: elsewhere,
  domain: 'foundry.example',
  requestedBy: stranger,
  requestedAt: at('2026-03-01T08:00:00Z'),
  allowedAt: null,
  allowingSponsor: null,
  ...overrides,
});
const kindOf = (...given: Parameters<typeof requestDomain>) => {
  const result = requestDomain(...given);
  return result.ok ? result.value : result.refusal.kind;
};

describe('a domain is asked for', () => {
  test('by an administrator, and waits for the sponsor', () => {
    expect(kindOf(employer, { ...asked, domain: ' @Foundry.Example ' }, facts)).toEqual({
      domain: 'foundry.example',
      allowed: false,
    });
  });
  test('also when another organisation only asks for it', () => {
    expect(kindOf(employer, asked, { ...facts, known: [known({})] })).toMatchObject({ allowed: false });
  });
  test('by nobody else', () => {
    expect(kindOf(sponsor, asked, facts)).toBe('not-their-organization');
  });
  test.each(['foundry', 'https://foundry.example', 'a b.example', '10.0.0.1', '-x.example', ''])(
    'as a name of the internet, unlike %j',
    (domain) => {
      expect(kindOf(employer, { ...asked, domain }, facts)).toBe('no-domain');
    },
  );
  test.each(['gmail.com', 'GMAIL.com', 'outlook.com', 'yahoo.com'])(
    'unless anybody gets an address there: %s',
    (domain) => {
      expect(kindOf(employer, { ...asked, domain }, facts)).toBe('public-mail-domain');
    },
  );
  test('once, and not while it is another organisation’s', () => {
    const allowed = { allowedAt: at('2026-03-02T08:00:00Z'), allowingSponsor: council };
    expect(kindOf(employer, asked, { ...facts, known: [known({ organization: foundry })] })).toBe(
      'domain-asked-already',
    );
    expect(kindOf(employer, asked, { ...facts, known: [known(allowed)] })).toBe('domain-taken');
  });
  test('by a sponsor who has an address there, and is its own at once', () => {
    const own = { organization: council, domain: 'council.example' };
    expect(kindOf(sponsor, own, { kind: 'sponsor', known: [] })).toEqual({ domain: 'council.example', allowed: true });
    expect(kindOf(sponsor, { ...own, domain: 'foundry.example' }, { kind: 'sponsor', known: [] })).toBe(
      'own-address-elsewhere',
    );
  });
});
