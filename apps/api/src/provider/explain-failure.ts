import { OutgoingError } from '@journeybook/outgoing';
import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import type { ProviderRefusal } from './provider-refusal.js';

/** What a failure of openid-client means for the person in front of it. What we did wrong ourselves is thrown again. */
export function explainFailure(error: unknown, during: 'discovery' | 'answer'): ProviderRefusal {
  const outgoing = causeOf(error, OutgoingError);
  if (outgoing) return { kind: 'provider-not-reached', why: outgoing.kind === 'refused' ? 'not-public' : 'no-answer' };
  if (error instanceof AuthorizationResponseError) return { kind: 'provider-declined' };
  if (error instanceof WWWAuthenticateChallengeError) return { kind: 'provider-knows-us-not' };
  if (error instanceof ResponseBodyError)
    return { kind: error.error === 'invalid_client' ? 'provider-knows-us-not' : 'provider-answer-wrong' };
  if (codeOf(error) === null) throw error;
  if (during === 'answer') return { kind: 'provider-answer-wrong' };
  const another = codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
  return { kind: 'provider-not-reached', why: another ? 'another-issuer' : 'no-provider' };
}

function causeOf<Kind extends Error>(error: unknown, kind: abstract new (...args: never[]) => Kind): Kind | null {
  let one = error;
  for (let depth = 0; depth < 5 && one instanceof Error; depth += 1) {
    if (one instanceof kind) return one;
    one = one.cause;
  }
  return null;
}

/** The code that the libraries give their own errors, e.g. `OAUTH_JWT_CLAIM_COMPARISON_FAILED`; null for any other. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(OAUTH|ERR_J)/.test(code) ? code : null;
}
