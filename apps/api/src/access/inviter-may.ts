import type { KeptInvitation, Tables } from '@journeybook/database';
import type { CalendarDate, InvitationPlace } from '@journeybook/domain';
import { stillInvites } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found } from '../http/refused.js';

/** Whether who invited holds a role on the day by which they may; asked of those tables that tell who anybody is. */
export async function inviterMay(tables: Tables, invitation: KeptInvitation, today: CalendarDate): Promise<boolean> {
  const inviter = await tables.roles.find(invitation.invitedBy, today);
  return inviter !== null && stillInvites(asActor(inviter), invitation, await placeOf(tables, invitation, today));
}

/** Where an invitation leads, as it is on the day. */
export async function placeOf(
  { memberships, apprenticeships }: Tables,
  { organization, person }: KeptInvitation,
  today: CalendarDate,
): Promise<InvitationPlace> {
  const [there] = await memberships.listOrganizations([organization], today);
  return { ...found(there), agreements: person ? await apprenticeships.partiesOf(person) : [] };
}
