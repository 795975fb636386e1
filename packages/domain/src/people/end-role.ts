import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { MembershipId, OrganizationId, PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { OrganizationKind } from './invitation.js';
import type { MemberRole } from './invite.js';
import { administratorRole } from './invite.js';

/** A role that somebody holds in an organisation. */
export interface Membership {
  readonly id: MembershipId;
  readonly person: PersonId;
  readonly organization: OrganizationId;
  readonly role: MemberRole;
  readonly isOver: boolean;
}

export type EndRoleRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'role-over' }
  | { readonly kind: 'last-administrator' };

/**
 * Decides whether a role may be ended, by an administrator of its organisation; from that instant it gives nothing. What was done
 * in it stays attributed. An organisation keeps one administrator, or nobody could invite the next.
 */
export function endRole(
  actor: PersonActor,
  membership: Membership,
  facts: { readonly kind: OrganizationKind; readonly administrators: number },
): Result<Membership, EndRoleRefusal> {
  const administrator = administratorRole[facts.kind];
  if (!holds(actor, administrator, membership.organization)) return refuse({ kind: 'not-their-organization' });
  if (membership.isOver) return refuse({ kind: 'role-over' });
  if (membership.role === administrator && facts.administrators <= 1) return refuse({ kind: 'last-administrator' });
  return accept(membership);
}
