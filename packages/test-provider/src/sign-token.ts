import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A key to sign tokens with. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly jwk: JWK & { readonly kid: string };
}

export async function newKey(kid: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { key: privateKey, jwk: { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' } };
}

/** The claims as a token that the key signed, under the name of a key that may be another one's. */
export const signToken = (claims: JWTPayload, { key, jwk }: SigningKey, kid = jwk.kid): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

/** The claims as a token that nobody signed. */
export const unsignedToken = (claims: JWTPayload): string =>
  [{ alg: 'none' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('')
    .join('.');
