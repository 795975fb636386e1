import type { KeptInvitation, Tables } from '@journeybook/database';
import type { CalendarDate } from '@journeybook/domain';
import { stillInvites } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found } from '../http/refused.js';

/** Whether who invited holds a role on the day by which they may. */
export async function inviterMay(
  { roles, memberships, apprenticeships }: Tables,
  invitation: KeptInvitation,
  today: CalendarDate,
): Promise<boolean> {
  const inviter = await roles.find(invitation.invitedBy, today);
  if (!inviter) return false;
  const [there] = await memberships.listOrganizations([invitation.organization], today);
  const agreements = invitation.person ? await apprenticeships.listOf(invitation.person) : [];
  return stillInvites(asActor(inviter), invitation, { ...found(there), agreements });
}
