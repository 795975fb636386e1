import type { OrganizationId, PersonId } from '../brand.js';
import type { Instant } from '../units.js';

/** The OpenID Connect provider of an organisation, through which its people come in. */
export interface Provider {
  readonly organization: OrganizationId;
  readonly issuer: string;
  /** Goes up whenever somebody changes what is said of it. */
  readonly edition: number;
  readonly isOn: boolean;
  /** Whether people of the organisation alone have to come in this way. */
  readonly onlyWay: boolean;
  /** When somebody last came back from it as it is now; null when nobody has. */
  readonly testedAt: Instant | null;
}

/** A domain of e-mail addresses that an organisation's provider vouches for, once a sponsor allowed it. */
export interface ProviderDomain {
  readonly organization: OrganizationId;
  readonly domain: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  /** Null while it waits. */
  readonly allowedAt: Instant | null;
  /** The sponsor that stands behind it; null while it waits. */
  readonly allowingSponsor: OrganizationId | null;
}

/** How long somebody may stay at the provider: 10 minutes. */
export const providerAttemptMinutes = 10;

/** The domain of an address, in small letters; empty when it has none. */
export const domainOf = (email: string): string => email.trim().toLowerCase().split('@').at(1) ?? '';
