import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { OrganizationKind } from '../people/invitation.js';
import { administratorRole } from '../people/invite.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Provider, ProviderDomain } from './provider.js';

/** Whether people may come in through a provider, and whether only so. */
export type ProviderUse = Pick<Provider, 'isOn' | 'onlyWay'>;

export type UseProviderRefusal =
  | { readonly kind: 'not-their-organization' }
  | { readonly kind: 'provider-not-tested' }
  | { readonly kind: 'no-domain-allowed' }
  | { readonly kind: 'come-in-that-way-first' };

/**
 * Decides how a provider is used. It is turned on by an administrator of the organisation, tested and with a domain; made the only
 * way by one who has come in by it, so that nobody shuts themselves out. A sponsor of the organisation may only take back.
 */
export function useProvider(
  actor: PersonActor,
  { isOn, onlyWay }: ProviderUse,
  facts: {
    readonly provider: Provider;
    readonly kind: OrganizationKind;
    readonly sponsors: readonly OrganizationId[];
    readonly domains: readonly ProviderDomain[];
    /** Whether the actor has come in by it. */
    readonly isLinked: boolean;
  },
): Result<ProviderUse, UseProviderRefusal> {
  const { provider } = facts;
  const use = { isOn, onlyWay: isOn && onlyWay };
  const takesBack = Number(use.isOn) <= Number(provider.isOn) && Number(use.onlyWay) <= Number(provider.onlyWay);
  const isTheirs = holds(actor, administratorRole[facts.kind], provider.organization);
  const isSponsors = facts.sponsors.some((one) => holds(actor, 'sponsor-admin', one));
  if (!isTheirs && !(isSponsors && takesBack)) return refuse({ kind: 'not-their-organization' });
  if (takesBack) return accept(use);
  if (provider.testedAt === null) return refuse({ kind: 'provider-not-tested' });
  if (!facts.domains.some((one) => one.allowedAt !== null)) return refuse({ kind: 'no-domain-allowed' });
  if (use.onlyWay && !facts.isLinked) return refuse({ kind: 'come-in-that-way-first' });
  return accept(use);
}
