import { describe, expect, test } from 'vitest';
import { actor, college, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import type { InvitingFacts, MemberRole } from './invite.js';
import { invite, rolesIn, rolesToInvite } from './invite.js';

const facts = (overrides: Partial<InvitingFacts> = {}): InvitingFacts => ({
  organization: foundry,
  kind: 'employer',
  sponsors: [council],
  administrators: 1,
  holdsRole: false,
  isInvited: false,
  ...overrides,
});
const atCouncil = facts({ organization: council, kind: 'sponsor', sponsors: [council] });
const atCollege = facts({ organization: college, kind: 'college' });
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const collegeAdmin = actor(stranger, { role: 'college-admin', organization: college });

const kindOf = (...asked: Parameters<typeof invite>) => {
  const invited = invite(...asked);
  return invited.ok ? 'ok' : invited.refusal.kind;
};

describe('an administrator invites', () => {
  test.each([
    ['sponsor', sponsor, atCouncil],
    ['employer', employer, facts()],
    ['college', collegeAdmin, atCollege],
  ] as const)('to each role of the %s, and to no other', (kind, who, known) => {
    const all = Object.values(rolesIn).flat() as MemberRole[];
    for (const role of all)
      expect(kindOf(who, role, known)).toBe(
        (rolesIn[kind] as readonly MemberRole[]).includes(role) ? 'ok' : 'role-not-given-here',
      );
  });
  test('nobody who holds the role or is invited to it', () => {
    expect(kindOf(employer, 'mentor', facts({ holdsRole: true }))).toBe('holds-role-already');
    expect(kindOf(employer, 'mentor', facts({ isInvited: true }))).toBe('invited-already');
  });
});

describe('a sponsor', () => {
  test('invites the administrator of a partner that has none', () => {
    expect(kindOf(sponsor, 'employer-admin', facts({ administrators: 0 }))).toBe('ok');
    expect(kindOf(sponsor, 'mentor', facts({ administrators: 0 }))).toBe('role-not-given-here');
    expect(kindOf(sponsor, 'college-admin', { ...atCollege, administrators: 0 })).toBe('ok');
  });
  test('invites nobody to a partner that has one', () => {
    expect(rolesToInvite(sponsor, facts())).toEqual([]);
  });
  test('invites nobody to a partner of another sponsor too', () => {
    expect(rolesToInvite(sponsor, facts({ administrators: 0, sponsors: [council, elsewhere] }))).toEqual([]);
    expect(rolesToInvite(sponsor, facts({ administrators: 0, sponsors: [elsewhere] }))).toEqual([]);
  });
});

describe('nobody is invited by', () => {
  test.each([
    ['a person without a role', actor(stranger)],
    ['a mentor there', actor(grace, { role: 'mentor', organization: foundry })],
    ["another employer's administrator", actor(stranger, { role: 'employer-admin', organization: elsewhere })],
    ['a role of another kind held there', actor(stranger, { role: 'sponsor-admin', organization: foundry })],
    ['an auditor of the sponsor', actor(stranger, { role: 'auditor', organization: council })],
  ] as const)('%s', (_, who) => {
    expect(kindOf(who, 'mentor', facts({ administrators: 0 }))).toBe('not-their-organization');
  });
});
