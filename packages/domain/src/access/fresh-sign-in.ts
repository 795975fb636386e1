import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';

/** How long after proving who one is acts that could shut the owner out are open, in minutes. */
export const freshMinutes = 15;

export type FreshSignInRefusal = { readonly kind: 'fresh-sign-in-needed' };

/**
 * Decides whether a sign-in is fresh enough for an act that could shut its owner out or let another in (ASVS 5.0 7.5.1, 7.5.3): at
 * most 15 minutes since they proved who they are. Refused with `fresh-sign-in-needed`, also when it is not known whether they ever did.
 */
export const needFreshSignIn = (provenAt: Instant | null, now: Instant): Result<null, FreshSignInRefusal> =>
  provenAt === null || Date.parse(now) - Date.parse(provenAt) > freshMinutes * 60_000
    ? refuse({ kind: 'fresh-sign-in-needed' })
    : accept(null);
