import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { ProviderDomain } from './provider.js';
import { isTaken } from './request-domain.js';

export type AllowDomainRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'domain-allowed-already' }
  | { readonly kind: 'domain-taken' };

/**
 * Decides which sponsor stands behind a domain of a partner: one that the actor administers and the partner works with. A domain is
 * one organisation's at a time.
 */
export function allowDomain(
  actor: PersonActor,
  domain: ProviderDomain,
  facts: { readonly sponsors: readonly OrganizationId[]; readonly known: readonly ProviderDomain[] },
): Result<OrganizationId, AllowDomainRefusal> {
  const sponsor = facts.sponsors.find((one) => holds(actor, 'sponsor-admin', one));
  if (!sponsor) return refuse({ kind: 'not-their-organization' });
  if (domain.allowedAt !== null) return refuse({ kind: 'domain-allowed-already' });
  if (isTaken(facts.known, domain.organization)) return refuse({ kind: 'domain-taken' });
  return accept(sponsor);
}
