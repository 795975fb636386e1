import { describe, expect, test } from 'vitest';
import { actor, ada, college, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import type { HeldRole } from './roles.js';
import { signOutSomebody } from './sign-out-somebody.js';

const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const person = (...roles: HeldRole[]) => ({ id: grace, roles });
const mentor: HeldRole = { role: 'mentor', organization: foundry };
const kindOf = (...asked: Parameters<typeof signOutSomebody>) => {
  const result = signOutSomebody(...asked);
  return result.ok ? 'ok' : result.refusal.kind;
};

describe('somebody is signed out everywhere', () => {
  test.each([
    ['employer', employer, mentor],
    ['employer, of an apprentice', employer, { role: 'apprentice', organization: foundry }],
    ['employer, of another administrator there', employer, { role: 'employer-admin', organization: foundry }],
    [
      'sponsor',
      actor(stranger, { role: 'sponsor-admin', organization: council }),
      { role: 'auditor', organization: council },
    ],
    [
      'college',
      actor(stranger, { role: 'college-admin', organization: college }),
      { role: 'instructor', organization: college },
    ],
  ] as const)('by an administrator of the %s', (_, who, held) => {
    expect(signOutSomebody(who, person(held))).toEqual({ ok: true, value: grace });
  });
});

describe('nobody is signed out', () => {
  test('by themselves', () => {
    const self = actor(grace, { role: 'employer-admin', organization: foundry });
    expect(kindOf(self, person(mentor))).toBe('own-sessions');
  });
  test.each([
    ['a mentor of the same employer', actor(ada, mentor)],
    ['the sponsor', actor(ada, { role: 'sponsor-admin', organization: council })],
    ['another employer', actor(ada, { role: 'employer-admin', organization: elsewhere })],
  ] as const)('by %s', (_, who) => {
    expect(kindOf(who, person(mentor))).toBe('not-their-organization');
  });
  test('by an employer where they run the sponsor', () => {
    const sponsor = { role: 'sponsor-admin', organization: council } as const;
    expect(kindOf(employer, person(mentor, sponsor))).toBe('administers-elsewhere');
  });
});
