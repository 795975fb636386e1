import { describe, expect, test } from 'vitest';
import { college, council, day, elsewhere, foundry } from '../testing/build.js';
import type { HeldRole } from './roles.js';
import type { SecondFactorFacts } from './second-factor-duty.js';
import { passSecondFactor, secondFactorDuty } from './second-factor-duty.js';

const today = day('2026-03-04');
const mentorHere: HeldRole = { role: 'mentor', organization: foundry };
const policy = { organization: foundry, roles: ['mentor', 'employer-admin'], requiredFrom: today } as const;
const facts = (overrides: Partial<SecondFactorFacts> = {}): SecondFactorFacts => ({
  roles: [mentorHere],
  policies: [policy],
  hasSecondFactor: false,
  today,
  ...overrides,
});
const refused = { ok: false, refusal: { kind: 'second-factor-needed' } };

describe('who may not do anything but set up a second factor', () => {
  test.each([
    ['on the day', today],
    ['after it', day('2025-12-31')],
  ])('whoever holds a role that needs one, %s', (_, requiredFrom) => {
    expect(passSecondFactor(facts({ policies: [{ ...policy, requiredFrom }] }))).toEqual(refused);
  });
  test('whoever holds such a role beside another', () => {
    const roles = [{ role: 'sponsor-admin', organization: council } as const, mentorHere];
    expect(passSecondFactor(facts({ roles }))).toEqual(refused);
  });
  test('whoever one of two organisations asks', () => {
    const later = { organization: council, roles: ['sponsor-admin'], requiredFrom: day('2026-04-01') } as const;
    const roles = [mentorHere, { role: 'sponsor-admin', organization: council } as const];
    expect(passSecondFactor(facts({ roles, policies: [later, policy] }))).toEqual(refused);
  });
});

describe('who may', () => {
  test.each([
    ['whoever has a second factor', { hasSecondFactor: true }],
    ['whoever nobody asks', { policies: [] }],
    ['whoever holds another role there', { roles: [{ role: 'apprentice', organization: foundry }] }],
    ['whoever holds the role elsewhere', { roles: [{ role: 'mentor', organization: elsewhere }] }],
    ['whoever holds no role', { roles: [] }],
    ['everybody on the day before', { policies: [{ ...policy, requiredFrom: day('2026-03-05') }] }],
  ] as const)('%s', (_, overrides) => {
    expect(passSecondFactor(facts(overrides))).toEqual({ ok: true, value: null });
  });
});

describe('what somebody is told', () => {
  test('is the day from which it is needed, and by whom', () => {
    const requiredFrom = day('2026-03-05');
    expect(secondFactorDuty(facts({ policies: [{ ...policy, requiredFrom }] }))).toEqual({
      state: 'soon',
      organization: foundry,
      requiredFrom,
    });
  });
  test('is the earliest day of several', () => {
    const roles = [mentorHere, { role: 'instructor', organization: college } as const];
    const policies = [
      { organization: college, roles: ['instructor'], requiredFrom: day('2026-05-01') },
      { ...policy, requiredFrom: day('2026-06-01') },
    ] as const;
    expect(secondFactorDuty(facts({ roles, policies }))).toMatchObject({ organization: college, state: 'soon' });
  });
  test('is nothing once there is one', () => {
    expect(secondFactorDuty(facts({ hasSecondFactor: true }))).toEqual({ state: 'none' });
  });
});
