import { timingSafeEqual } from 'node:crypto';
import type { ConsumedState } from '@journeybook/database/lti';
import { claim } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import { digest } from '../services/seal.js';
import { checkMessage } from './check-message.js';
import type { LaunchRefusal } from './refusal.js';

/** A token as it came, its signature not yet verified. */
export interface UnverifiedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface TokenExpectation {
  readonly state: ConsumedState;
  /** The one page of ours that platforms may open. */
  readonly launchUrl: string;
  /** Whether platforms may be on this machine: for development and tests. */
  readonly allowLoopback: boolean;
  readonly now: Date;
}

const oldestSeconds = 600;
const aheadSeconds = 60;

/**
 * What is wrong with a launch's token, or null: all that ltijs 5.9.9 leaves unchecked (lti.md 1.4, 3.1). The signature is
 * verified after this, by ltijs, with the platform's own key.
 */
export function checkToken(token: UnverifiedToken, expectation: TokenExpectation): LaunchRefusal | null {
  return (
    checkHeader(token) ??
    checkNonce(token, expectation) ??
    checkTimes(token, expectation) ??
    checkAudience(token, expectation) ??
    checkDeployment(token, expectation) ??
    checkMessage(token, expectation)
  );
}

function checkHeader({ header }: UnverifiedToken): LaunchRefusal | null {
  // One algorithm only: with "none" or an HMAC over the public key anybody could sign (RFC 8725, 3.1).
  if (header['alg'] !== 'RS256') return 'wrong-algorithm';
  if (typeof header['kid'] !== 'string' || header['kid'] === '') return 'key-unknown';
  // A key that travels with the token proves nothing (RFC 8725, 3.10).
  return ['jwk', 'jku', 'x5u', 'x5c', 'crit'].some((name) => name in header) ? 'key-unknown' : null;
}

function checkNonce({ payload }: UnverifiedToken, { state }: TokenExpectation): LaunchRefusal | null {
  const nonce = payload['nonce'];
  if (typeof nonce !== 'string' || !state.freshNonce) return 'wrong-nonce';
  return timingSafeEqual(digest(nonce), state.nonceHash) ? null : 'wrong-nonce';
}

function checkTimes({ payload }: UnverifiedToken, { now }: TokenExpectation): LaunchRefusal | null {
  const { iat, exp } = payload;
  if (typeof iat !== 'number' || typeof exp !== 'number') return 'time-missing';
  const seconds = now.getTime() / 1000;
  if (iat > seconds + aheadSeconds) return 'clock-ahead';
  // Canvas fixes `iat` before its user has signed in, so minutes may pass (lti.md 1.4).
  return exp <= seconds || iat < seconds - oldestSeconds ? 'expired' : null;
}

function checkAudience({ payload }: UnverifiedToken, { state }: TokenExpectation): LaunchRefusal | null {
  const { issuer, clientId } = state.registration;
  if (payload['iss'] !== issuer) return 'wrong-issuer';
  const audiences: unknown[] = Array.isArray(payload['aud']) ? payload['aud'] : [payload['aud']];
  const party = payload['azp'];
  if (!audiences.includes(clientId)) return 'wrong-audience';
  if (party === undefined || party === null) return audiences.length > 1 ? 'wrong-audience' : null;
  return party === clientId ? null : 'wrong-audience';
}

function checkDeployment({ payload }: UnverifiedToken, { state }: TokenExpectation): LaunchRefusal | null {
  const named = payload[claim.deploymentId];
  if (!isIdentifier(named)) return 'deployment-missing';
  // Whether its college has approved it is seen once the signature is verified: anybody can name a deployment.
  return state.deploymentHint !== null && state.deploymentHint !== named ? 'deployment-unknown' : null;
}
