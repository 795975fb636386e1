import type { OrganizationId, PersonId } from '../brand.js';
import { administratorRole } from '../people/invite.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { HeldRole, PersonActor, Role } from './roles.js';
import { holds } from './roles.js';

export type SignOutSomebodyRefusal =
  | { readonly kind: 'own-sessions' }
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'administers-elsewhere' };

const administratorRoles: readonly Role[] = Object.values(administratorRole);

/** Whether the actor is an administrator of that organisation. */
export const administers = (actor: PersonActor, organization: OrganizationId): boolean =>
  administratorRoles.some((role) => holds(actor, role, organization));

/**
 * Decides whether somebody may be signed out everywhere because they lost a phone (ASVS 5.0 7.4.5): by an administrator of an
 * organisation in which they hold a role, never by themselves, who have their own page for it. Of somebody who administers an
 * organisation it is for another administrator of the same: otherwise an employer could shut out the sponsor.
 */
export function signOutSomebody(
  actor: PersonActor,
  person: { readonly id: PersonId; readonly roles: readonly HeldRole[] },
): Result<PersonId, SignOutSomebodyRefusal> {
  if (actor.person === person.id) return refuse({ kind: 'own-sessions' });
  if (!person.roles.some(({ organization }) => administers(actor, organization)))
    return refuse({ kind: 'not-their-organization' });
  const administered = person.roles.filter(({ role }) => administratorRoles.includes(role));
  return administered.every(({ organization }) => administers(actor, organization))
    ? accept(person.id)
    : refuse({ kind: 'administers-elsewhere' });
}
