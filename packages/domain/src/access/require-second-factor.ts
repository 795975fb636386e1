import { administratorRole, rolesIn } from '../people/invite.js';
import type { OrganizationKind } from '../people/invitation.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import { addDays } from '../units.js';
import type { PersonActor, Role } from './roles.js';
import { holds } from './roles.js';
import type { SecondFactorPolicy } from './second-factor-duty.js';

/** How many days ahead a second factor may be announced: long enough for everybody to come in once. */
export const longestGraceDays = 366;

export type RequireSecondFactorRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'role-not-in-organization'; readonly role: Role }
  | { readonly kind: 'grace-too-long'; readonly latest: CalendarDate };

/** The roles there are in an organisation of the kind, apprentices at their employer among them. */
export const rolesAskedIn = (kind: OrganizationKind): readonly Role[] =>
  kind === 'employer' ? [...rolesIn.employer, 'apprentice'] : rolesIn[kind];

/**
 * Decides whether an organisation may ask for a second factor of these roles from that day on (issue "Sign-in", policy per
 * organisation): its administrator says so, for roles that it has, a year ahead at most. No role means that it asks no more.
 */
export function requireSecondFactor(
  actor: PersonActor,
  policy: SecondFactorPolicy,
  { kind, today }: { readonly kind: OrganizationKind; readonly today: CalendarDate },
): Result<SecondFactorPolicy, RequireSecondFactorRefusal> {
  if (!holds(actor, administratorRole[kind], policy.organization)) return refuse({ kind: 'not-their-organization' });
  const strange = policy.roles.find((role) => !rolesAskedIn(kind).includes(role));
  if (strange) return refuse({ kind: 'role-not-in-organization', role: strange });
  const latest = addDays(today, longestGraceDays);
  if (policy.requiredFrom > latest) return refuse({ kind: 'grace-too-long', latest });
  return accept({ ...policy, roles: [...new Set(policy.roles)] });
}
