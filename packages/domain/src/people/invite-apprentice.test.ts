import { describe, expect, test } from 'vitest';
import { actor, ada, apprenticeship, council, elsewhere, foundry, grace, stranger } from '../testing/build.js';
import { inviteApprentice } from './invite-apprentice.js';

const facts = {
  apprenticeship: apprenticeship(),
  all: [apprenticeship()],
  onFile: null,
  hasSignIn: false,
  isInvited: false,
};
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const given = 'ada@people.example';

describe('the link of an apprentice', () => {
  test('goes to the address given, when none is on file', () => {
    expect(inviteApprentice(employer, given, facts)).toEqual({ ok: true, value: given });
    expect(inviteApprentice(sponsor, given, facts)).toEqual({ ok: true, value: given });
  });
  test('goes to the address on file, whatever else is given', () => {
    const known = { ...facts, onFile: 'kept@people.example' };
    expect(inviteApprentice(employer, given, known)).toEqual({ ok: true, value: 'kept@people.example' });
    expect(inviteApprentice(employer, null, known)).toEqual({ ok: true, value: 'kept@people.example' });
  });
  test.each([
    ['has-sign-in', { hasSignIn: true }, given],
    ['invited-already', { isInvited: true }, given],
    ['address-missing', {}, null],
  ] as const)('is refused as %s', (kind, known, email) => {
    expect(inviteApprentice(sponsor, email, { ...facts, ...known })).toEqual({ ok: false, refusal: { kind } });
  });
  test('is not sent for an agreement that is over, nor for a draft of somebody whom another sponsor has', () => {
    const draft = apprenticeship({ status: 'draft' });
    const others = apprenticeship({ sponsor: elsewhere });
    const of = (one: typeof draft, all: readonly (typeof draft)[]) =>
      inviteApprentice(sponsor, given, { ...facts, apprenticeship: one, all });
    const refused = { ok: false, refusal: { kind: 'not-their-apprentice' } };
    expect(of(draft, [draft, others])).toEqual(refused);
    for (const status of ['completed', 'cancelled', 'transferred'] as const)
      expect(of(apprenticeship({ status }), [apprenticeship({ status })])).toEqual(refused);
    expect(of(draft, [draft, apprenticeship({ status: 'cancelled' })]).ok).toBe(true);
    expect(of(apprenticeship(), [apprenticeship(), others]).ok).toBe(true);
  });
  test.each([
    ['the apprentice', actor(ada, { role: 'apprentice', organization: foundry })],
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ['another employer', actor(stranger, { role: 'employer-admin', organization: elsewhere })],
  ] as const)('is not sent by %s', (_, who) => {
    expect(inviteApprentice(who, given, facts)).toEqual({ ok: false, refusal: { kind: 'not-their-apprentice' } });
  });
});
