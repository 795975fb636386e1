import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { FewAtOnce } from './few-at-once.js';

/**
 * Each takes 19 MiB and a core for a moment. Node does such work in four threads, of which one at least stays free for files and names.
 * Those who wait are served within some ten seconds.
 */
const fewAtOnce = new FewAtOnce({ atOnce: Math.min(3, availableParallelism()), waiting: 400 });

const argon2id = promisify(argon2);
const derive = (parameters: Parameters<typeof argon2>[1]) => fewAtOnce.take(() => argon2id('argon2id', parameters));

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** What is derived from a secret that people type, slowly on purpose. */
export const deriveKey = (secret: string, salt: Buffer): Promise<Buffer> =>
  derive({ message: secret.normalize('NFC'), nonce: salt, ...cost });

/** The hash of a password with its own salt and its parameters, as kept in the database. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await deriveKey(password, nonce);
  const { memory, passes, parallelism } = cost;
  return ['argon2id', memory, passes, parallelism, nonce.toString('base64url'), tag.toString('base64url')].join('$');
}

/** Whether the password is the one that was hashed. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [algorithm, memory, passes, parallelism, nonce, tag] = hash.split('$');
  if (algorithm !== 'argon2id' || !nonce || !tag) throw new Error('not a password hash of ours');
  const expected = Buffer.from(tag, 'base64url');
  const found = await derive({
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected);
}
