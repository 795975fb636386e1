import { describe, expect, test } from 'vitest';
import { actor, at, council, elsewhere, foundry, stranger } from '../testing/build.js';
import type { Provider } from './provider.js';
import { useProvider } from './use-provider.js';

const provider = (overrides: Partial<Provider> = {}): Provider => ({
  organization: foundry,
  issuer: 'https://login.foundry.example',
  edition: 1,
  isOn: false,
  onlyWay: false,
  testedAt: at('2026-03-02T08:00:00Z'),
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
const facts = (overrides: Partial<Parameters<typeof useProvider>[2]> = {}) => ({
  provider: provider(),
  kind: 'employer' as const,
  sponsors: [council],
  domains: [allowed],
  isLinked: true,
  ...overrides,
});
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const [on, only, off] = [
  { isOn: true, onlyWay: false },
  { isOn: true, onlyWay: true },
  { isOn: false, onlyWay: false },
];

describe('a provider', () => {
  test('is turned on by its administrator, and made the only way', () => {
    expect(useProvider(employer, on, facts())).toEqual({ ok: true, value: on });
    expect(useProvider(employer, only, facts())).toEqual({ ok: true, value: only });
  });
  test.each([
    ['nobody has tried', { provider: provider({ testedAt: null }) }, 'provider-not-tested'],
    ['vouches for no domain', { domains: [] }, 'no-domain-allowed'],
    ['only asked for a domain', { domains: [{ ...allowed, allowedAt: null }] }, 'no-domain-allowed'],
  ] as const)('is not turned on when it %s', (_, overrides, kind) => {
    expect(useProvider(employer, on, facts(overrides))).toEqual({ ok: false, refusal: { kind } });
  });
  test('is made the only way by nobody who has not come in by it', () => {
    expect(useProvider(employer, only, facts({ isLinked: false }))).toMatchObject({
      refusal: { kind: 'come-in-that-way-first' },
    });
  });
  test('that is off is no only way', () => {
    expect(useProvider(employer, { isOn: false, onlyWay: true }, facts())).toEqual({ ok: true, value: off });
  });
  test('is turned off whatever else holds, also by a sponsor, who turns nothing on', () => {
    const used = facts({ provider: provider({ isOn: true, onlyWay: true }), domains: [], isLinked: false });
    expect(useProvider(employer, off, used).ok).toBe(true);
    expect(useProvider(sponsor, on, used)).toEqual({ ok: true, value: on });
    expect(useProvider(sponsor, off, used)).toEqual({ ok: true, value: off });
    expect(useProvider(sponsor, on, facts())).toMatchObject({ refusal: { kind: 'not-their-organization' } });
  });
  test('is nobody else’s', () => {
    const other = actor(stranger, { role: 'employer-admin', organization: elsewhere });
    const mentor = actor(stranger, { role: 'mentor', organization: foundry });
    for (const who of [other, mentor])
      expect(useProvider(who, off, facts())).toMatchObject({ refusal: { kind: 'not-their-organization' } });
  });
});
