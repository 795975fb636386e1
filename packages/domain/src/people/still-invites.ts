import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { OrganizationId } from '../brand.js';
import type { Invitation, OrganizationKind } from './invitation.js';
import { rolesToInvite } from './invite.js';

/** Where an invitation leads, as it is now. */
export interface InvitationPlace {
  readonly kind: OrganizationKind;
  readonly sponsors: readonly OrganizationId[];
  /** The agreements of an apprentice who is invited; none for every other role. */
  readonly agreements: readonly Pick<Apprenticeship, 'employer' | 'sponsor'>[];
}

/**
 * Whether who invited holds a role still by which they may: an invitation gives nothing once its inviter's own role has ended. That the
 * organisation has an administrator by now takes nothing from what its sponsor sent before.
 */
export function stillInvites(
  inviter: PersonActor,
  { organization, role, person }: Pick<Invitation, 'organization' | 'role' | 'person'>,
  { kind, sponsors, agreements }: InvitationPlace,
): boolean {
  if (person !== null)
    return (
      holds(inviter, 'employer-admin', organization) ||
      agreements.some(
        (one) => holds(inviter, 'sponsor-admin', one.sponsor) || holds(inviter, 'employer-admin', one.employer),
      )
    );
  return rolesToInvite(inviter, { organization, kind, sponsors, administrators: 0 }).some((one) => one === role);
}
