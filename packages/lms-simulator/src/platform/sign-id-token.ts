import { type JWTPayload, SignJWT } from 'jose';
import type { Platform } from './platform.js';

/** How a header may differ from a good one: another `kid`, or none at all. */
export interface HeaderChange {
  readonly kid: string | null;
}

/** Signs claims with the platform's present key, as both products do: RS256 with `kid` and `typ`. */
export function signIdToken(platform: Platform, claims: JWTPayload, change?: HeaderChange): Promise<string> {
  const { kid, privateKey } = platform.keys.current();
  const named = change ? change.kid : kid;
  const header = { typ: 'JWT', alg: 'RS256', ...(named === null ? {} : { kid: named }) };
  return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
}
