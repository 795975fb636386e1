import { expect, test } from 'vitest';
import type { InvitationId } from '../brand.js';
import { foundry, now } from '../testing/build.js';
import type { Invitation } from './invitation.js';
import { manageInvitation } from './manage-invitation.js';

const invitation: Invitation = {
  id: '01' as InvitationId,
  organization: foundry,
  role: 'mentor',
  email: 'nina@people.example',
  expiresAt: now,
  acceptedAt: null,
  revokedAt: null,
  until: null,
  person: null,
};
const mayInvite = { mayInvite: true };

test('an invitation that waits is sent again or taken back, also when it has run out', () => {
  expect(manageInvitation(invitation, mayInvite)).toEqual({ ok: true, value: invitation });
});
test.each([
  ['used', { acceptedAt: now }],
  ['taken-back', { revokedAt: now }],
] as const)('one that is %s stays so', (why, part) => {
  expect(manageInvitation({ ...invitation, ...part }, mayInvite)).toEqual({
    ok: false,
    refusal: { kind: 'invitation-over', why },
  });
});
test('nobody manages an invitation they could not make', () => {
  expect(manageInvitation(invitation, { mayInvite: false })).toEqual({
    ok: false,
    refusal: { kind: 'not-their-invitation' },
  });
});
