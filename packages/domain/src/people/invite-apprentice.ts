import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

export type InviteApprenticeRefusal =
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'has-sign-in' }
  | { readonly kind: 'invited-already' }
  | { readonly kind: 'address-missing' };

/**
 * Decides where the link goes that lets an apprentice sign in: to the address on file, which nobody can change this way, else to
 * the one given. By the employer or the sponsor of the agreement, who vouch for the address, and only once; `all` says with
 * which sponsors this person has or had agreements.
 */
export function inviteApprentice(
  actor: PersonActor,
  email: string | null,
  facts: {
    readonly apprenticeship: Apprenticeship;
    readonly all: readonly Pick<Apprenticeship, 'sponsor'>[];
    readonly onFile: string | null;
    readonly hasSignIn: boolean;
    readonly isInvited: boolean;
  },
): Result<string, InviteApprenticeRefusal> {
  if (!mayInviteApprentice(actor, facts.apprenticeship, facts.all)) return refuse({ kind: 'not-their-apprentice' });
  if (facts.hasSignIn) return refuse({ kind: 'has-sign-in' });
  if (facts.isInvited) return refuse({ kind: 'invited-already' });
  const address = facts.onFile ?? email;
  return address === null ? refuse({ kind: 'address-missing' }) : accept(address);
}

/**
 * Whether the actor runs the employer or the sponsor of the agreement, and it is not over. A draft names anybody by an address: it
 * counts only as long as none of the person's agreements is with another sponsor.
 */
export function mayInviteApprentice(
  actor: PersonActor,
  { employer, sponsor, status }: Apprenticeship,
  all: readonly Pick<Apprenticeship, 'sponsor'>[],
): boolean {
  if (isClosed(status)) return false;
  if (status === 'draft' && all.some((one) => one.sponsor !== sponsor)) return false;
  return holds(actor, 'employer-admin', employer) || holds(actor, 'sponsor-admin', sponsor);
}
