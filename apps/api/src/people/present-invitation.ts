import type { InvitationView } from '@journeybook/contracts';
import type { Database, KeptInvitation } from '@journeybook/database';
import type { CalendarDate, Instant } from '@journeybook/domain';
import { found } from '../http/refused.js';
import { inviterMay } from '../access/inviter-may.js';

/** Invitations as those see them who may invite there. Whether the address has an account is not among it. */
export async function presentInvitations(
  database: Database,
  invitations: readonly KeptInvitation[],
  { now, today }: { readonly now: Instant; readonly today: CalendarDate },
): Promise<InvitationView[]> {
  const names = await database.read.people.namesOf(invitations.map((one) => one.invitedBy));
  const may = new Map<string, boolean>();
  for (const one of invitations) may.set(one.id, await inviterMay(database.access.read, one, today));
  return invitations.map(({ id, role, name, email, invitedBy, invitedAt, expiresAt, mailedAt, until }) => ({
    id,
    role,
    name,
    email,
    invitedBy: found(names.get(invitedBy)),
    invitedAt,
    expiresAt,
    mailed: mailedAt !== null,
    hasRunOut: expiresAt <= now || (until !== null && until < today),
    until,
    inviterLeft: may.get(id) === false,
  }));
}
