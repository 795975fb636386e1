import { expect, test } from 'vitest';
import { actor, council, elsewhere, foundry, stranger } from '../testing/build.js';
import { invitePartner } from './invite-partner.js';

const partner = { sponsor: council, kind: 'employer', name: 'Harbor Tools' } as const;
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const known = [{ kind: 'employer', name: 'Northfield Castings' }] as const;

test('a sponsor begins to work with an organisation of a new name', () => {
  expect(invitePartner(sponsor, partner, known)).toEqual({ ok: true, value: partner });
  expect(invitePartner(sponsor, { ...partner, kind: 'college', name: 'Northfield Castings' }, known).ok).toBe(true);
});
test.each(['Northfield Castings', ' northfield  CASTINGS '])('%s works with the sponsor already', (name) => {
  expect(invitePartner(sponsor, { ...partner, name }, known)).toEqual({
    ok: false,
    refusal: { kind: 'partner-already' },
  });
});
test.each([
  ['another sponsor', actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
  ['an employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
  ['an auditor of the sponsor', actor(stranger, { role: 'auditor', organization: council })],
] as const)('%s brings nobody in', (_, who) => {
  expect(invitePartner(who, partner, known)).toEqual({ ok: false, refusal: { kind: 'not-their-organization' } });
});
