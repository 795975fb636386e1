import { createPublicKey, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import type { LmsSimulator } from '../start-lms-simulator.js';
import { claimChanges } from './change-claims.js';
import type { ForgeCase } from './forge-cases.js';

export type { ForgeCase } from './forge-cases.js';

export interface ForgeContext {
  /** A good id_token of the simulator. */
  readonly idToken: string;
  readonly simulator: LmsSimulator;
}

/** Turns a good id_token into a bad or an unusual one; everything that is not the point of the case stays right. */
export async function forgeIdToken(forgeCase: ForgeCase, { idToken, simulator }: ForgeContext): Promise<string> {
  const good = decodeJwt(idToken);
  const kid = decodeProtectedHeader(idToken).kid ?? '';
  switch (forgeCase) {
    case 'replayed':
      return idToken;
    case 'not-a-jwt':
      return 'this-is-not-a-jwt';
    case 'alg-none':
      return new UnsecuredJWT(good).encode();
    case 'forged-key':
      return signWithStrangersKey(good, kid);
    case 'hs256-with-public-key':
      return signWithPublicKeyAsSecret(good, kid, simulator);
    case 'no-kid':
      return simulator.control.signIdToken(good, { kid: null });
    case 'wrong-kid':
      return simulator.control.signIdToken(good, { kid: randomUUID() });
    default:
      return simulator.control.signIdToken(claimChanges[forgeCase]?.(good) ?? good);
  }
}

async function signWithStrangersKey(claims: JWTPayload, kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey);
}

// The classic confusion of algorithms: whoever takes the alg of the header verifies with a public secret.
function signWithPublicKeyAsSecret(claims: JWTPayload, kid: string, simulator: LmsSimulator): Promise<string> {
  const jwk = simulator.control.publicKeys().find((key) => key.kid === kid);
  const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return new SignJWT(claims)
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256', kid })
    .sign(new TextEncoder().encode(String(pem)));
}
