import type { KeptProvider } from '@journeybook/database';
import type { ProviderDomain } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';

/** Goes up whenever something is entered, also when that is but another secret. */
export const editionOfProvider = (provider: KeptProvider | null | undefined): string => String(provider?.edition ?? 0);

/** Changes when the domain is asked for, or allowed. */
export const editionOfDomain = (domain: ProviderDomain | undefined): string =>
  editionOf(domain ? [domain.requestedAt, domain.allowedAt] : null);

/** A domain with what to give back when it is taken away. */
export const presentDomain = (domain: ProviderDomain) => ({ ...domain, edition: editionOfDomain(domain) });
