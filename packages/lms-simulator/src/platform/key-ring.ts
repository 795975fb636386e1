import { randomBytes } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { LmsProfile } from '../world/world.js';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

/** The platform's keys. Canvas publishes last month's, this month's and next month's; Moodle has one. */
export interface KeyRing {
  current(): SigningKey;
  publicJwks(): readonly JWK[];
  /** Canvas: the future key becomes the present one. Moodle: a new key replaces the old. */
  rotate(): Promise<void>;
  /** Private JWKs in publishing order, to be kept over a restart. */
  saved(): readonly JWK[];
}

async function makeKey(kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  return toSigningKey({ ...(await exportJWK(pair.privateKey)), kid }, pair.privateKey);
}

function toSigningKey(privateJwk: JWK, privateKey: CryptoKey): SigningKey {
  const { kty, e, n, kid } = privateJwk;
  if (!kty || !e || !n || !kid) throw new Error('A saved signing key is not a complete RSA JWK');
  return { kid, privateKey, privateJwk, publicJwk: { kty, alg: 'RS256', kid, e, n, use: 'sig' } };
}

async function loadKey(jwk: JWK): Promise<SigningKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('A saved signing key is not an RSA key');
  return toSigningKey(jwk, key);
}

// Canvas names its keys after the second they were made. The odd minutes keep the name of a key
// that was made anew at a restart different from the one a tool may have cached.
function canvasKid(now: Date, monthOffset: number): string {
  const [minute = 0, second = 0] = randomBytes(2);
  const at = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthOffset, 1, 0, minute % 60, second % 60);
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

const moodleKid = (): string => randomBytes(10).toString('hex');

/** Makes the keys of one platform, or takes up saved ones. */
export async function createKeyRing(
  profile: LmsProfile,
  now: () => Date,
  saved: readonly JWK[] = [],
): Promise<KeyRing> {
  const wanted = profile === 'canvas' ? 3 : 1;
  const presentIndex = profile === 'canvas' ? 1 : 0;
  const nextKid = (offset: number) => (profile === 'canvas' ? canvasKid(now(), offset) : moodleKid());
  let keys =
    saved.length === wanted
      ? await Promise.all(saved.map(loadKey))
      : await Promise.all(Array.from({ length: wanted }, (_, i) => makeKey(nextKid(i - presentIndex))));
  let rotations = 0;

  return {
    current() {
      const key = keys[presentIndex];
      if (!key) throw new Error('The platform has no signing key');
      return key;
    },
    publicJwks: () => keys.map((key) => key.publicJwk),
    async rotate() {
      rotations += 1;
      keys = [...keys.slice(1), await makeKey(nextKid(1 + rotations))];
    },
    saved: () => keys.map((key) => key.privateJwk),
  };
}

/** Private signing keys to start several simulators with; making them is what takes a test its time. */
export async function makeSigningKeys(profile: LmsProfile): Promise<readonly JWK[]> {
  return (await createKeyRing(profile, () => new Date())).saved();
}
