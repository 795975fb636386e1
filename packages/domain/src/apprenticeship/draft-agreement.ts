import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { StandardStatus } from '../program/standard-draft.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Apprenticeship } from './apprenticeship.js';

export type DraftAgreementRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'own-agreement' }
  | { readonly kind: 'standard-not-published' }
  | { readonly kind: 'employer-not-in-program' };

export interface DraftAgreementFacts {
  /** The sponsor whose standard it is. */
  readonly standardOf: OrganizationId;
  readonly standardStatus: StandardStatus;
  readonly partners: readonly OrganizationId[];
}

/**
 * Prepares an agreement under a published standard with an employer of the program (29 CFR 29.7). Nothing is logged until it is
 * registered (`registerApprentice`). By the sponsor, never for oneself.
 */
export function draftAgreement(
  actor: PersonActor,
  agreement: Omit<Apprenticeship, 'status'>,
  facts: DraftAgreementFacts,
): Result<Apprenticeship, DraftAgreementRefusal> {
  if (!holds(actor, 'sponsor-admin', agreement.sponsor) || facts.standardOf !== agreement.sponsor)
    return refuse({ kind: 'not-their-program' });
  if (actor.person === agreement.apprentice) return refuse({ kind: 'own-agreement' });
  if (facts.standardStatus !== 'published') return refuse({ kind: 'standard-not-published' });
  if (agreement.employer !== agreement.sponsor && !facts.partners.includes(agreement.employer))
    return refuse({ kind: 'employer-not-in-program' });
  return accept({ ...agreement, status: 'draft' as const });
}
