import type { PersonActor } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import { runsSponsorOf } from './legal-hold.js';
import type { Retention } from './retention-of.js';

export type EraseRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'agreement-not-over' }
  | { readonly kind: 'still-kept'; readonly until: CalendarDate }
  | { readonly kind: 'on-legal-hold' }
  | { readonly kind: 'already-erased' }
  | { readonly kind: 'reason-missing' };

export interface EraseFacts {
  readonly retention: Retention;
  /** Whether another agreement of the apprentice, with whatever sponsor, was not erased yet. */
  readonly keptElsewhere: boolean;
  /** Whether the person has another role, such as mentor; its name is needed then. */
  readonly hasOtherRole: boolean;
}

/** What is erased: what belongs to the agreement, and with the last of them what belongs to the person. */
export interface Erasure {
  readonly reason: string;
  readonly person: boolean;
}

/**
 * Erases what may be erased of an agreement that is due. Entries of the record stay as they are: the chain has to hold (PRODUCT, The record
 * 1). The person's name, address, sign-in and sealed answers go with the last of their agreements, unless they have another role here.
 */
export function eraseAgreement(
  actor: PersonActor,
  { apprenticeship, reason }: { readonly apprenticeship: Apprenticeship; readonly reason: string },
  { retention, keptElsewhere, hasOtherRole }: EraseFacts,
): Result<Erasure, EraseRefusal> {
  if (!runsSponsorOf(actor, apprenticeship)) return refuse({ kind: 'not-their-program' });
  const refusal = whyKept(retention);
  if (refusal) return refuse(refusal);
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return accept({ reason: reason.trim(), person: !hasOtherRole && !keptElsewhere });
}

function whyKept({ state, keptUntil }: Retention): EraseRefusal | null {
  switch (state) {
    case 'open':
      return { kind: 'agreement-not-over' };
    case 'held':
      return { kind: 'on-legal-hold' };
    case 'erased':
      return { kind: 'already-erased' };
    default:
      return state === 'kept' && keptUntil ? { kind: 'still-kept', until: keptUntil } : null;
  }
}
