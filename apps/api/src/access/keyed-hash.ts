import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';

/**
 * Hashes codes that are short enough to be tried out one by one, with a key that the database does not have: who reads the table finds
 * none of them (ASVS 5.0 11.5.1). The newest key of `SECRETS_KEY` hashes; what was hashed with an older one is still known.
 */
@Injectable()
export class KeyedHash {
  private readonly keys: readonly Buffer[];

  constructor(@Inject(configToken) { SECRETS_KEY }: Pick<Config, 'SECRETS_KEY'>) {
    this.keys = SECRETS_KEY.split(',').map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, '', 'journeybook keyed hashes', 32)),
    );
  }

  /** As it is kept. */
  of(text: string): Buffer {
    const [newest] = this.every(text);
    if (!newest) throw new Error('there is no key to hash with');
    return newest;
  }

  /** As it may have been kept, the newest key first. */
  every(text: string): readonly Buffer[] {
    return this.keys.map((key) => createHmac('sha256', key).update(text).digest());
  }
}
