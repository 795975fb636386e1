import type { Role } from '../access/roles.js';
import type { OrganizationId, PersonId } from '../brand.js';
import { sameAddress } from '../people/invitation.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { ProviderDomain } from './provider.js';
import { domainOf } from './provider.js';

/** Whom a provider says somebody is. */
export interface ProviderIdentity {
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider stands behind the address. */
  readonly isVerified: boolean;
}

/** An account that a provider may open. */
export interface ProviderCandidate {
  readonly person: PersonId;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly roles: readonly {
    readonly role: Role;
    readonly organization: OrganizationId;
    /** Sponsors that organisation works with, itself when it is one. */
    readonly sponsors: readonly OrganizationId[];
  }[];
  /** The sign-in at this provider that the account is linked to; null while it is to none. */
  readonly linkedSubject: string | null;
  /** Whether the person linked it themselves, signed in. */
  readonly confirmed: boolean;
}

export type ComeInRefusal =
  | { readonly kind: 'provider-address-not-verified' }
  | { readonly kind: 'address-outside-domains'; readonly address: string }
  | { readonly kind: 'nobody-here' }
  | { readonly kind: 'linked-otherwise' }
  | { readonly kind: 'confirm-with-password' };

/** Whom the provider lets in: a person who is known, or whoever was invited under the address. */
export type ComingIn =
  | { readonly kind: 'known'; readonly person: PersonId; readonly confirmed: boolean }
  | { readonly kind: 'invited'; readonly email: string };

/**
 * Decides whom an organisation's provider lets in. The account is the one linked to the subject before, else the one whose address
 * is the one verified; its address is in a domain the organisation was allowed, and it holds a role there or is invited. Whoever
 * has a password and a role that the sponsor behind the domain does not answer for says once, signed in, that it is them. Nobody
 * gets a role by it. Somebody unknown and somebody who has nothing to do with the organisation are refused in the same words.
 */
export function comeInByProvider(
  identity: ProviderIdentity,
  facts: {
    readonly organization: OrganizationId;
    readonly domains: readonly ProviderDomain[];
    readonly candidate: ProviderCandidate | null;
    /** Whether an invitation to the organisation waits for the address. */
    readonly isInvited: boolean;
    /** Who said, freshly signed in, that the sign-in is theirs; null when nobody did. */
    readonly connectedBy: PersonId | null;
  },
): Result<ComingIn, ComeInRefusal> {
  const { candidate, organization } = facts;
  const isLinked = candidate !== null && candidate.linkedSubject === identity.subject;
  const address = isLinked ? candidate.email : identity.email;
  if (!isLinked && !identity.isVerified) return refuse({ kind: 'provider-address-not-verified' });
  if (address === null) return refuse({ kind: 'provider-address-not-verified' });
  const allowed = facts.domains.find((one) => one.allowedAt !== null && one.domain === domainOf(address));
  if (!allowed) return refuse({ kind: 'address-outside-domains', address });
  if (candidate === null)
    return facts.isInvited ? accept({ kind: 'invited' as const, email: address }) : refuse({ kind: 'nobody-here' });
  if (!candidate.email || !sameAddress(candidate.email, address)) return refuse({ kind: 'nobody-here' });
  const isTheirs = candidate.roles.some((held) => held.organization === organization);
  if (!isTheirs && !facts.isInvited) return refuse({ kind: 'nobody-here' });
  if (candidate.linkedSubject !== null && !isLinked) return refuse({ kind: 'linked-otherwise' });
  const confirmed = candidate.confirmed || facts.connectedBy === candidate.person;
  if (!confirmed && candidate.hasPassword && reachesBeyond(candidate, organization, allowed))
    return refuse({ kind: 'confirm-with-password' });
  return accept({ kind: 'known' as const, person: candidate.person, confirmed });
}

/** Whether the account opens something that neither the organisation nor the sponsor behind its domain answers for. */
const reachesBeyond = (
  { roles }: ProviderCandidate,
  organization: OrganizationId,
  { allowingSponsor }: ProviderDomain,
): boolean =>
  roles.some(
    (held) => held.organization !== organization && !held.sponsors.every((sponsor) => sponsor === allowingSponsor),
  );
