import type { InvitationView } from '@journeybook/contracts';
import type { KeptInvitation, Tables } from '@journeybook/database';
import type { Instant } from '@journeybook/domain';
import { found } from '../http/refused.js';

/** Invitations as those see them who may invite there. Whether the address has an account is not among it. */
export async function presentInvitations(
  { people }: Tables,
  invitations: readonly KeptInvitation[],
  now: Instant,
): Promise<InvitationView[]> {
  const names = await people.namesOf(invitations.map((one) => one.invitedBy));
  return invitations.map(({ id, role, name, email, invitedBy, invitedAt, expiresAt, mailedAt }) => ({
    id,
    role,
    name,
    email,
    invitedBy: found(names.get(invitedBy)),
    invitedAt,
    expiresAt,
    mailed: mailedAt !== null,
    hasRunOut: expiresAt <= now,
  }));
}
