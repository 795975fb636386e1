import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { LtiStore, StoredToolKey } from '@journeybook/database/lti';
import { type CryptoKey, exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import { planRotation } from './plan-rotation.js';
import type { Sealer } from './seal.js';

/** The keys with which the tool proves to platforms who it is. */
export interface ToolKeys {
  /** What platforms read, from memory: Canvas asks before every token (lti.md 1.6). */
  publicKeys(): { readonly keys: readonly JWK[] };
  /** Signs claims with the newest key that is in use by now. */
  sign(claims: Record<string, unknown>): Promise<string>;
  /** Makes a successor when the newest key is due for one, once however many servers ask, and reads the keys again. */
  rotate(): Promise<void>;
}

type PrivateKey = CryptoKey | Uint8Array;

/** As strong as 128 bits (NIST SP 800-57 part 1, table 2); keys of before are succeeded by it in their turn. */
const modulusLength = 3_072;

/** Loads the keys and makes the first one, once however many servers start together. Throws when they were sealed with another secret. */
export async function loadToolKeys(
  store: LtiStore,
  sealer: Sealer,
  now: () => Date = () => new Date(),
): Promise<ToolKeys> {
  let stored: StoredToolKey[] = [];
  let opened = new Map<string, PrivateKey>();

  const reload = async () => {
    const found = await store.toolKeys.list(now());
    const known = opened;
    opened = new Map(
      await Promise.all(
        found.map(async (key) => [key.kid, known.get(key.kid) ?? (await openKey(key, sealer))] as const),
      ),
    );
    stored = found;
  };
  const rotate = async () => {
    await store.exclusively('tool-keys', () => succeedWhenDue(store, sealer, now()));
    await reload();
  };
  await rotate();
  return {
    rotate,
    publicKeys: () => ({ keys: stored.map(({ publicJwk }) => publicJwk as JWK) }),
    async sign(claims) {
      // Looked for at each signature: a key that was published ahead comes into use at its hour, not at the next reading.
      const at = now();
      const kid = (stored.findLast(({ notBefore }) => notBefore <= at) ?? stored.at(-1))?.kid;
      const privateKey = kid === undefined ? undefined : opened.get(kid);
      if (kid === undefined || !privateKey) throw new Error('The LTI tool has no key to sign with.');
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey);
    },
  };
}

async function succeedWhenDue({ toolKeys }: LtiStore, sealer: Sealer, now: Date): Promise<void> {
  await toolKeys.deleteRetired(now);
  const newest = (await toolKeys.list(now)).at(-1);
  const plan = planRotation(newest?.notBefore ?? null, now);
  if (plan) await toolKeys.succeed(await makeKey(sealer, plan.notBefore), plan.retireOthersAt);
}

async function makeKey(sealer: Sealer, notBefore: Date): Promise<StoredToolKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength });
  const kid = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return { kid, publicJwk, privateSealed: sealer.seal(JSON.stringify(await exportJWK(privateKey))), notBefore };
}

async function openKey(key: StoredToolKey, sealer: Sealer): Promise<PrivateKey> {
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
