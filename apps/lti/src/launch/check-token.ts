import { timingSafeEqual } from 'node:crypto';
import type { ConsumedState } from '@journeybook/database/lti';
import { checkAudience, checkHeader, checkTimes, type UnverifiedToken } from '../protocol/check-signed.js';
import { claim } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import { digest } from '../services/seal.js';
import { checkMessage } from './check-message.js';
import type { LaunchRefusal } from './refusal.js';

export interface TokenExpectation {
  readonly state: ConsumedState;
  /** The one page of ours that platforms may open. */
  readonly launchUrl: string;
  /** Whether platforms may be on this machine: for development and tests. */
  readonly allowLoopback: boolean;
  readonly now: Date;
}

// Canvas fixes `iat` before its user has signed in, so minutes may pass (lti.md 1.4).
const oldestSeconds = 600;

/**
 * What is wrong with a launch's token, or null: all that ltijs 5.9.9 leaves unchecked (lti.md 1.4, 3.1). The signature is
 * verified after this, by ltijs, with the platform's own key.
 */
export function checkToken(token: UnverifiedToken, expectation: TokenExpectation): LaunchRefusal | null {
  return (
    checkHeader(token) ??
    checkNonce(token, expectation) ??
    checkTimes(token, { now: expectation.now, oldestSeconds }) ??
    checkAudience(token, expectation.state.registration) ??
    checkDeployment(token, expectation) ??
    checkMessage(token, expectation)
  );
}

function checkNonce({ payload }: UnverifiedToken, { state }: TokenExpectation): LaunchRefusal | null {
  const nonce = payload['nonce'];
  if (typeof nonce !== 'string' || !state.freshNonce) return 'wrong-nonce';
  return timingSafeEqual(digest(nonce), state.nonceHash) ? null : 'wrong-nonce';
}

function checkDeployment({ payload }: UnverifiedToken, { state }: TokenExpectation): LaunchRefusal | null {
  const named = payload[claim.deploymentId];
  if (!isIdentifier(named)) return 'deployment-missing';
  // Whether its college has approved it is seen once the signature is verified: anybody can name a deployment.
  return state.deploymentHint !== null && state.deploymentHint !== named ? 'deployment-unknown' : null;
}
