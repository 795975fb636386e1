import { describe, expect, test } from 'vitest';
import type { MembershipId } from '../brand.js';
import { actor, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import type { Membership } from './end-role.js';
import { endRole } from './end-role.js';

const membership = (overrides: Partial<Membership> = {}): Membership => ({
  id: '01' as MembershipId,
  person: grace,
  organization: foundry,
  role: 'mentor',
  isOver: false,
  ...overrides,
});
const facts = { kind: 'employer', administrators: 1 } as const;
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });

describe('a role is ended', () => {
  test('by an administrator of the organisation', () => {
    expect(endRole(employer, membership(), facts)).toEqual({ ok: true, value: membership() });
  });
  test('once', () => {
    expect(endRole(employer, membership({ isOver: true }), facts)).toEqual({
      ok: false,
      refusal: { kind: 'role-over' },
    });
  });
  test('unless nobody would be left to invite', () => {
    const administrator = membership({ role: 'employer-admin' });
    expect(endRole(employer, administrator, facts)).toEqual({ ok: false, refusal: { kind: 'last-administrator' } });
    expect(endRole(employer, administrator, { ...facts, administrators: 2 }).ok).toBe(true);
  });
  test.each([
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ['the sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['another employer', actor(stranger, { role: 'employer-admin', organization: elsewhere })],
  ] as const)('not by %s', (_, who) => {
    expect(endRole(who, membership(), facts)).toEqual({ ok: false, refusal: { kind: 'not-their-organization' } });
  });
});
