import { createLocalJWKSet, decodeJwt, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Platform } from '../platform/platform.js';

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The tool's published keys; throws when they cannot be had. */
export async function fetchToolKeys(jwksUrl: string): Promise<readonly JWK[]> {
  const answer = await fetch(jwksUrl, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`The tool's key set answered ${answer.status}`);
  return keySetSchema.parse(await answer.json()).keys;
}

async function verifyWith(platform: Platform, token: string, keys: readonly JWK[]): Promise<void> {
  const canvas = platform.profile === 'canvas';
  const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...keys] }), {
    algorithms: ['RS256'],
    issuer: platform.clientId,
    subject: platform.clientId,
    requiredClaims: canvas ? ['iss', 'sub', 'aud', 'iat', 'exp', 'jti'] : ['iss', 'sub', 'iat', 'exp'],
    currentDate: platform.now(),
    // Moodle looks at neither aud nor jti. A newer Canvas also takes the host it names as its authorization server; an older one does not.
    ...(canvas ? { audience: platform.urls.token, maxTokenAge: '5 minutes', clockTolerance: 0 } : {}),
  });
  if (payload.iat !== undefined && payload.iat > platform.now().getTime() / 1000 + (canvas ? 30 : 60)) {
    throw new Error('The assertion was issued in the future');
  }
}

/**
 * Checks a client assertion (RFC 7523) against the tool's published keys; throws with the reason
 * when it does not hold. Canvas fetches the keys every time; Moodle keeps them until one fails.
 */
export async function verifyAssertion(platform: Platform, token: string): Promise<void> {
  if (platform.profile === 'canvas' || !platform.toolKeys.cached) {
    platform.toolKeys.cached = await fetchToolKeys(platform.tool.jwksUrl);
    return verifyWith(platform, token, platform.toolKeys.cached);
  }
  try {
    await verifyWith(platform, token, platform.toolKeys.cached);
  } catch {
    platform.toolKeys.cached = await fetchToolKeys(platform.tool.jwksUrl);
    await verifyWith(platform, token, platform.toolKeys.cached);
  }
}

/** The client the assertion speaks for, or undefined when it is not a JWT. */
export function assertedClient(token: string): string | undefined {
  try {
    return decodeJwt(token).sub;
  } catch {
    return undefined;
  }
}
