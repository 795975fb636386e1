import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { HeldRole, PersonActor } from './roles.js';
import { signOutSomebody } from './sign-out-somebody.js';

export type ResetSecondFactorRefusal =
  | { readonly kind: 'own-second-factor' }
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'administers-elsewhere' }
  | { readonly kind: 'no-second-factor' };

/**
 * Decides whether somebody's second factor may be taken away because they are locked out (issue "Sign-in", Recovery): by whoever may
 * sign them out, so an employer never lowers the guard of the sponsor, and never by themselves.
 */
export function resetSecondFactor(
  actor: PersonActor,
  person: { readonly id: PersonId; readonly roles: readonly HeldRole[]; readonly hasSecondFactor: boolean },
): Result<PersonId, ResetSecondFactorRefusal> {
  const may = signOutSomebody(actor, person);
  if (!may.ok) return refuse(may.refusal.kind === 'own-sessions' ? { kind: 'own-second-factor' } : may.refusal);
  return person.hasSecondFactor ? accept(person.id) : refuse({ kind: 'no-second-factor' });
}
