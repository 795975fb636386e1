import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;

interface SealKey {
  /** Names the key without telling it, so that what was sealed with an older one is still opened. */
  readonly id: string;
  readonly bytes: Buffer;
}

const keyFrom = (secret: string): SealKey => ({
  id: createHash('sha256').update(`key id ${secret}`).digest('hex').slice(0, 8),
  bytes: Buffer.from(hkdfSync('sha256', secret, '', 'journeybook sealed secrets', 32)),
});

/**
 * Seals secrets that the database keeps, with a key that it does not have (ASVS 5.0 11.3.2, 13.3.1). The newest key of `SECRETS_KEY`
 * seals, each opens.
 */
@Injectable()
export class Seal {
  private readonly keys: readonly SealKey[];

  constructor(@Inject(configToken) { SECRETS_KEY }: Pick<Config, 'SECRETS_KEY'>) {
    this.keys = SECRETS_KEY.split(',').map(keyFrom);
  }

  /** The secret as text for the database. `about` says whose it is: in another row it opens nothing. */
  seal(secret: string, about: string): string {
    const [key] = this.keys;
    if (!key) throw new Error('there is no key to seal with');
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key.bytes, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return ['v1', key.id, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  }

  /** The secret again. Throws when it was sealed with a key that is gone, about something else, or was changed since. */
  open(text: string, about: string): string {
    const [version, keyId, ...parts] = text.split('.');
    const [nonce, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    const key = this.keys.find((one) => one.id === keyId);
    if (version !== 'v1' || !key)
      throw new Error(`a secret is sealed with the key ${keyId}, which is not in SECRETS_KEY`);
    if (!nonce || !sealed || !tag) throw new Error('a sealed secret is not whole');
    const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength: 16 })
      .setAAD(Buffer.from(about))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }
}
