import { describe, expect, test } from 'vitest';
import { actor, college, council, day, elsewhere, foundry, stranger } from '../testing/build.js';
import { requireSecondFactor } from './require-second-factor.js';

const today = day('2026-03-04');
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const policy = { organization: foundry, roles: ['mentor'], requiredFrom: day('2026-04-01') } as const;
const facts = { kind: 'employer', today } as const;

describe('an organisation asks for a second factor', () => {
  test.each([
    ['employer', employer, { ...policy, roles: ['employer-admin', 'mentor', 'apprentice'] }],
    [
      'sponsor',
      actor(stranger, { role: 'sponsor-admin', organization: council }),
      { ...policy, organization: council, roles: ['sponsor-admin', 'auditor', 'mentor'] },
    ],
    [
      'college',
      actor(stranger, { role: 'college-admin', organization: college }),
      { ...policy, organization: college, roles: ['college-admin', 'instructor'] },
    ],
  ] as const)('by the administrator of the %s, of each of its roles', (kind, who, asked) => {
    expect(requireSecondFactor(who, asked, { kind, today })).toEqual({ ok: true, value: asked });
  });
  test('no more, when no role is named', () => {
    expect(requireSecondFactor(employer, { ...policy, roles: [] }, facts).ok).toBe(true);
  });
  test('of a role once, however often it is named', () => {
    expect(requireSecondFactor(employer, { ...policy, roles: ['mentor', 'mentor'] }, facts)).toEqual({
      ok: true,
      value: policy,
    });
  });
});

describe('who may not ask for it, and for whom', () => {
  test.each([
    ['a mentor', actor(stranger, { role: 'mentor', organization: foundry })],
    ['the sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['another employer', actor(stranger, { role: 'employer-admin', organization: elsewhere })],
    ['an administrator of another kind', actor(stranger, { role: 'college-admin', organization: foundry })],
  ] as const)('%s', (_, who) => {
    expect(requireSecondFactor(who, policy, facts)).toEqual({
      ok: false,
      refusal: { kind: 'not-their-organization' },
    });
  });
  test.each(['instructor', 'sponsor-admin', 'auditor'] as const)('not of %s at an employer', (role) => {
    expect(requireSecondFactor(employer, { ...policy, roles: ['mentor', role] }, facts)).toEqual({
      ok: false,
      refusal: { kind: 'role-not-in-organization', role },
    });
  });
  test('not further ahead than a year', () => {
    const late = { ...policy, requiredFrom: day('2027-03-06') };
    expect(requireSecondFactor(employer, late, facts)).toEqual({
      ok: false,
      refusal: { kind: 'grace-too-long', latest: '2027-03-05' },
    });
    expect(requireSecondFactor(employer, { ...policy, requiredFrom: day('2027-03-05') }, facts).ok).toBe(true);
  });
});
