import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { LtiStore, StoredToolKey } from '@journeybook/database/lti';
import { type CryptoKey, exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import type { Sealer } from './seal.js';

/** The keys with which the tool proves to platforms who it is. */
export interface ToolKeys {
  /** What platforms read, from memory: Canvas asks before every token (lti.md 1.6). */
  publicKeys(): { readonly keys: readonly JWK[] };
  /** Signs claims with the newest key that is in use. */
  sign(claims: Record<string, unknown>): Promise<string>;
  /** Reads the keys again, for those another server has added. */
  reload(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey | Uint8Array;
}

/** Loads the keys and makes the first one, once however many servers start together. Throws when they were sealed with another secret. */
export async function loadToolKeys(store: LtiStore, sealer: Sealer): Promise<ToolKeys> {
  await store.exclusively('tool-keys', async () => {
    if ((await store.toolKeys.list()).length === 0) await store.toolKeys.add(await makeKey(sealer));
  });
  let stored: StoredToolKey[] = [];
  let signing: SigningKey | null = null;

  const reload = async () => {
    stored = await store.toolKeys.list();
    const newest = stored.filter(({ notBefore }) => notBefore <= new Date()).at(-1) ?? stored.at(-1);
    if (newest && newest.kid !== signing?.kid) signing = { kid: newest.kid, privateKey: await openKey(newest, sealer) };
  };
  await reload();
  return {
    reload,
    publicKeys: () => ({ keys: stored.map(({ publicJwk }) => publicJwk as JWK) }),
    async sign(claims) {
      if (!signing) throw new Error('The LTI tool has no key to sign with.');
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'JWT' })
        .sign(signing.privateKey);
    },
  };
}

async function makeKey(sealer: Sealer): Promise<StoredToolKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    publicJwk,
    privateSealed: sealer.seal(JSON.stringify(await exportJWK(privateKey))),
    notBefore: new Date(),
  };
}

async function openKey(key: StoredToolKey, sealer: Sealer): Promise<CryptoKey | Uint8Array> {
  let jwk: string;
  try {
    jwk = sealer.open(key.privateSealed);
  } catch (error) {
    throw new Error(
      'The signing keys in the database were sealed with another LTI_ENCRYPTION_KEY. Set the one they were made with.',
      {
        cause: error,
      },
    );
  }
  return importJWK(JSON.parse(jwk) as JWK, 'RS256');
}
