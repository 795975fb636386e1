import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { OrganizationKind } from '../people/invitation.js';
import { administratorRole } from '../people/invite.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { ProviderDomain } from './provider.js';
import { domainOf } from './provider.js';
import { isPublicMail } from './public-mail.js';

export type RequestDomainRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'no-domain' }
  | { readonly kind: 'public-mail-domain' }
  | { readonly kind: 'domain-taken' }
  | { readonly kind: 'domain-asked-already' }
  | { readonly kind: 'own-address-elsewhere'; readonly domain: string };

/**
 * Decides whether an organisation may ask for a domain: by its administrator, for one that is no public mail and nobody else's. A
 * sponsor has nobody above it, so its administrator shows an address of their own there, which a letter has reached.
 */
export function requestDomain(
  actor: PersonActor & { readonly email: string },
  asked: { readonly organization: OrganizationId; readonly domain: string },
  facts: { readonly kind: OrganizationKind; readonly known: readonly ProviderDomain[] },
): Result<{ readonly domain: string; readonly allowed: boolean }, RequestDomainRefusal> {
  if (!holds(actor, administratorRole[facts.kind], asked.organization))
    return refuse({ kind: 'not-their-organization' });
  const domain = asked.domain.trim().toLowerCase().replace(/^@/, '');
  if (!/^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain))
    return refuse({ kind: 'no-domain' });
  if (isPublicMail(domain)) return refuse({ kind: 'public-mail-domain' });
  const same = facts.known.filter((one) => one.domain === domain);
  if (same.some((one) => one.organization === asked.organization)) return refuse({ kind: 'domain-asked-already' });
  if (isTaken(same, asked.organization)) return refuse({ kind: 'domain-taken' });
  const isSponsor = facts.kind === 'sponsor';
  if (isSponsor && domainOf(actor.email) !== domain) return refuse({ kind: 'own-address-elsewhere', domain });
  return accept({ domain, allowed: isSponsor });
}

/** Whether another organisation was allowed the domain; one that only asks for it keeps nobody from it. */
export const isTaken = (known: readonly ProviderDomain[], organization: OrganizationId): boolean =>
  known.some((one) => one.organization !== organization && one.allowedAt !== null);
