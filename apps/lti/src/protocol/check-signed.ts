import type { Registration } from '@journeybook/database/lti';
import { decodeJwt, decodeProtectedHeader } from 'jose';

/** A token as it came, its signature not yet verified. */
export interface UnverifiedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What can be wrong with any token that a platform signs. */
export type TokenFault =
  | 'wrong-algorithm'
  | 'key-unknown'
  | 'time-missing'
  | 'clock-ahead'
  | 'expired'
  | 'wrong-issuer'
  | 'wrong-audience';

const aheadSeconds = 60;

/** Null for what is no token. */
export function readToken(token: string): UnverifiedToken | null {
  try {
    return { header: { ...decodeProtectedHeader(token) }, payload: { ...decodeJwt(token) } };
  } catch {
    return null;
  }
}

/** Whether the platform's own key, and no other, can show who signed. */
export function checkHeader({ header }: UnverifiedToken): TokenFault | null {
  // One algorithm only: with "none" or an HMAC over the public key anybody could sign (RFC 8725, 3.1).
  if (header['alg'] !== 'RS256') return 'wrong-algorithm';
  if (typeof header['kid'] !== 'string' || header['kid'] === '') return 'key-unknown';
  // A key that travels with the token proves nothing (RFC 8725, 3.10).
  return ['jwk', 'jku', 'x5u', 'x5c', 'crit'].some((name) => name in header) ? 'key-unknown' : null;
}

/** Whether it is valid now, and signed no longer ago than so many seconds. */
export function checkTimes(
  { payload }: UnverifiedToken,
  { now, oldestSeconds }: { readonly now: Date; readonly oldestSeconds: number },
): TokenFault | null {
  const { iat, exp } = payload;
  if (typeof iat !== 'number' || typeof exp !== 'number') return 'time-missing';
  const seconds = now.getTime() / 1000;
  if (iat > seconds + aheadSeconds) return 'clock-ahead';
  return exp <= seconds || iat < seconds - oldestSeconds ? 'expired' : null;
}

/** Whether it is from the registration's platform and for us, whom that platform knows under this client id. */
export function checkAudience(
  { payload }: UnverifiedToken,
  { issuer, clientId }: Pick<Registration, 'issuer' | 'clientId'>,
): TokenFault | null {
  if (payload['iss'] !== issuer) return 'wrong-issuer';
  const audiences: unknown[] = Array.isArray(payload['aud']) ? payload['aud'] : [payload['aud']];
  const party = payload['azp'];
  if (!audiences.includes(clientId)) return 'wrong-audience';
  if (party === undefined || party === null) return audiences.length > 1 ? 'wrong-audience' : null;
  return party === clientId ? null : 'wrong-audience';
}
