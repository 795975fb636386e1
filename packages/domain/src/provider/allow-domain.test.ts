import { describe, expect, test } from 'vitest';
import { actor, at, council, elsewhere, foundry, stranger } from '../testing/build.js';
import { allowDomain } from './allow-domain.js';
import type { ProviderDomain } from './provider.js';

const domain = (overrides: Partial<ProviderDomain> = {}): ProviderDomain => ({
  organization: foundry,
  domain: 'foundry.example',
  requestedBy: stranger,
  requestedAt: at('2026-03-01T08:00:00Z'),
  allowedAt: null,
  allowingSponsor: null,
  ...overrides,
});
const allowed = { allowedAt: at('2026-03-02T08:00:00Z'), allowingSponsor: council };
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const facts = { sponsors: [elsewhere, council], known: [domain()] };

describe('a domain is allowed', () => {
  test('by a sponsor that the organisation works with, which stands behind it', () => {
    expect(allowDomain(sponsor, domain(), facts)).toEqual({ ok: true, value: council });
  });
  test.each([
    ['its own administrator', actor(stranger, { role: 'employer-admin', organization: foundry }), facts],
    ['a sponsor it does not work with', sponsor, { ...facts, sponsors: [elsewhere] }],
  ] as const)('not by %s', (_, who, given) => {
    expect(allowDomain(who, domain(), given)).toEqual({ ok: false, refusal: { kind: 'not-their-organization' } });
  });
  test('once, and to one organisation at a time', () => {
    expect(allowDomain(sponsor, domain(allowed), facts)).toMatchObject({ refusal: { kind: 'domain-allowed-already' } });
    const others = [domain(), domain({ organization: elsewhere, ...allowed })];
    expect(allowDomain(sponsor, domain(), { ...facts, known: others })).toMatchObject({
      refusal: { kind: 'domain-taken' },
    });
  });
});
