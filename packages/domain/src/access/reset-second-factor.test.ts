import { describe, expect, test } from 'vitest';
import { actor, ada, college, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import type { HeldRole } from './roles.js';
import { resetSecondFactor } from './reset-second-factor.js';

const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const person = (...roles: HeldRole[]) => ({ id: grace, roles, hasSecondFactor: true });
const mentor: HeldRole = { role: 'mentor', organization: foundry };

describe('a second factor is taken away from somebody locked out', () => {
  test.each([
    ['employer', employer, mentor],
    ['employer, of an apprentice', employer, { role: 'apprentice', organization: foundry }],
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
    ['employer, of another administrator there', employer, { role: 'employer-admin', organization: foundry }],
  ] as const)('by an administrator of the %s', (_, who, held) => {
    expect(resetSecondFactor(who, person(held))).toEqual({ ok: true, value: grace });
  });
  test('by whoever administers each organisation that the person administers', () => {
    const both = actor(
      stranger,
      { role: 'employer-admin', organization: foundry },
      { role: 'sponsor-admin', organization: council },
    );
    expect(resetSecondFactor(both, person(mentor, { role: 'sponsor-admin', organization: council })).ok).toBe(true);
  });
});

describe('who may not take it away', () => {
  const kindOf = (...asked: Parameters<typeof resetSecondFactor>) => {
    const result = resetSecondFactor(...asked);
    return result.ok ? 'ok' : result.refusal.kind;
  };
  test('the person', () => {
    const self = actor(grace, { role: 'employer-admin', organization: foundry });
    expect(kindOf(self, person({ role: 'employer-admin', organization: foundry }))).toBe('own-second-factor');
  });
  test.each([
    ['a mentor of the same employer', actor(ada, mentor)],
    ['the sponsor', actor(ada, { role: 'sponsor-admin', organization: council })],
    ['another employer', actor(ada, { role: 'employer-admin', organization: elsewhere })],
    ['nobody in particular', actor(ada)],
  ] as const)('%s', (_, who) => {
    expect(kindOf(who, person(mentor))).toBe('not-their-organization');
  });
  test('an employer, of somebody who administers the sponsor', () => {
    const sponsor = { role: 'sponsor-admin', organization: council } as const;
    expect(kindOf(employer, person(mentor, sponsor))).toBe('administers-elsewhere');
  });
  test('anybody, where there is none', () => {
    expect(kindOf(employer, { ...person(mentor), hasSecondFactor: false })).toBe('no-second-factor');
  });
});
