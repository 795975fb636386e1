import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

interface Asked {
  readonly apprenticeship: Apprenticeship;
  readonly reason: string;
}

export type PlaceHoldRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'already-held' }
  | { readonly kind: 'already-erased' }
  | { readonly kind: 'reason-missing' };

export type LiftHoldRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'not-held' }
  | { readonly kind: 'reason-missing' };

/** Whether the person runs the sponsor of the agreement, which is not their own. */
export const runsSponsorOf = (actor: PersonActor, { apprentice, sponsor }: Apprenticeship): boolean =>
  actor.person !== apprentice && holds(actor, 'sponsor-admin', sponsor);

/**
 * Places a legal hold on an apprentice: nothing about them is erased until it is lifted, as for a complaint, a review or a lawsuit (29 CFR
 * 30.12, 30.14). By an administrator of the sponsor, with a reason, never about oneself; each sponsor has one hold at a time.
 */
export function placeHold(
  actor: PersonActor,
  { apprenticeship, reason }: Asked,
  { held, erased }: { readonly held: boolean; readonly erased: boolean },
): Result<string, PlaceHoldRefusal> {
  if (!runsSponsorOf(actor, apprenticeship)) return refuse({ kind: 'not-their-program' });
  if (erased) return refuse({ kind: 'already-erased' });
  if (held) return refuse({ kind: 'already-held' });
  return reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept(reason.trim());
}

/** Lifts the sponsor's own hold, with a reason. */
export function liftHold(
  actor: PersonActor,
  { apprenticeship, reason }: Asked,
  { held }: { readonly held: boolean },
): Result<string, LiftHoldRefusal> {
  if (!runsSponsorOf(actor, apprenticeship)) return refuse({ kind: 'not-their-program' });
  if (!held) return refuse({ kind: 'not-held' });
  return reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept(reason.trim());
}
