import { isOnlySponsor } from '../access/only-sponsor.js';
import type { PersonActor, Role } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { OrganizationKind } from './invitation.js';

/** Roles that an invitation can give; an apprentice is made by an agreement. */
export type MemberRole = Exclude<Role, 'apprentice'>;

/** Who runs the people of each kind of organisation. */
export const administratorRole = {
  sponsor: 'sponsor-admin',
  employer: 'employer-admin',
  college: 'college-admin',
} as const satisfies Record<OrganizationKind, MemberRole>;

/** The roles there are in each kind of organisation. */
export const rolesIn = {
  sponsor: ['sponsor-admin', 'auditor', 'mentor'],
  employer: ['employer-admin', 'mentor'],
  college: ['college-admin', 'instructor'],
} as const satisfies Record<OrganizationKind, readonly MemberRole[]>;

/** What is known about the organisation that somebody is invited to. */
export interface InvitingFacts {
  readonly organization: OrganizationId;
  readonly kind: OrganizationKind;
  /** Sponsors that it works with. */
  readonly sponsors: readonly OrganizationId[];
  /** People who hold its administrator's role today. */
  readonly administrators: number;
  /** The address holds the role there already. */
  readonly holdsRole: boolean;
  /** An invitation of this address to this role waits there. */
  readonly isInvited: boolean;
}

export type InviteRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'role-not-given-here' }
  | { readonly kind: 'holds-role-already' }
  | { readonly kind: 'invited-already' };

/**
 * Decides whether somebody may be invited to a role (issue "Sign-in", Invitations and roles): by an administrator of the
 * organisation to each role it has; by its only sponsor to the administrator's role, as long as it has no administrator. Whether
 * the address has an account plays no part, so that nothing of it is told.
 */
export function invite(actor: PersonActor, role: MemberRole, facts: InvitingFacts): Result<MemberRole, InviteRefusal> {
  const given: readonly MemberRole[] = rolesToInvite(actor, facts);
  if (given.length === 0) return refuse({ kind: 'not-their-organization' });
  if (!given.includes(role)) return refuse({ kind: 'role-not-given-here' });
  if (facts.holdsRole) return refuse({ kind: 'holds-role-already' });
  if (facts.isInvited) return refuse({ kind: 'invited-already' });
  return accept(role);
}

/** The roles of an organisation that the actor may invite to now; none to whom it is not theirs. */
export function rolesToInvite(
  actor: PersonActor,
  { organization, kind, sponsors, administrators }: Omit<InvitingFacts, 'holdsRole' | 'isInvited'>,
): readonly MemberRole[] {
  if (holds(actor, administratorRole[kind], organization)) return rolesIn[kind];
  return administrators === 0 && isOnlySponsor(actor, sponsors) ? [administratorRole[kind]] : [];
}
