import type { Instant } from '../units.js';

/**
 * When somebody who comes by a provider proved who they are: when the provider says that it asked them (`auth_time` of OpenID Connect
 * Core 2, in seconds), and never later than now. Null when it does not say: then they came in, and nothing tells how long ago it was.
 */
export const provenAtProvider = (authTime: number | undefined, now: Instant): Instant | null =>
  authTime === undefined ? null : (new Date(Math.min(authTime * 1000, Date.parse(now))).toISOString() as Instant);
