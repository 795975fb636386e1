import type { OrganizationId, PersonId } from '../brand.js';
import { administratorRole } from '../people/invite.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { HeldRole, PersonActor, Role } from './roles.js';
import { holds } from './roles.js';

export type ResetSecondFactorRefusal =
  | { readonly kind: 'own-second-factor' }
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'administers-elsewhere' }
  | { readonly kind: 'no-second-factor' };

const administratorRoles: readonly Role[] = Object.values(administratorRole);

/** Whether the actor is an administrator of that organisation. */
export const administers = (actor: PersonActor, organization: OrganizationId): boolean =>
  administratorRoles.some((role) => holds(actor, role, organization));

/**
 * Decides whether somebody's second factor may be taken away because they are locked out (issue "Sign-in", Recovery): by an
 * administrator of an organisation in which they hold a role, never by themselves. Of somebody who administers an organisation it
 * is for another administrator of the same: otherwise an employer could lower the guard of the sponsor.
 */
export function resetSecondFactor(
  actor: PersonActor,
  person: { readonly id: PersonId; readonly roles: readonly HeldRole[]; readonly hasSecondFactor: boolean },
): Result<PersonId, ResetSecondFactorRefusal> {
  if (actor.person === person.id) return refuse({ kind: 'own-second-factor' });
  if (!person.roles.some(({ organization }) => administers(actor, organization)))
    return refuse({ kind: 'not-their-organization' });
  const administered = person.roles.filter(({ role }) => administratorRoles.includes(role));
  if (!administered.every(({ organization }) => administers(actor, organization)))
    return refuse({ kind: 'administers-elsewhere' });
  return person.hasSecondFactor ? accept(person.id) : refuse({ kind: 'no-second-factor' });
}
