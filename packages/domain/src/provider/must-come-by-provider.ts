import { domainOf } from './provider.js';

/** What the organisation of one role demands of how its people come in. */
export interface SignInDemand {
  readonly onlyWay: boolean;
  /** Domains its provider vouches for. */
  readonly domains: readonly string[];
}

/**
 * Whether a password is not enough for the person: each of their roles is at an organisation that demands its own sign-in, and one
 * of those can vouch for their address. Whoever no provider can let in keeps the password.
 */
export const mustComeByProvider = (email: string, demands: readonly SignInDemand[]): boolean =>
  demands.length > 0 &&
  demands.every((one) => one.onlyWay) &&
  demands.some((one) => one.domains.includes(domainOf(email)));
