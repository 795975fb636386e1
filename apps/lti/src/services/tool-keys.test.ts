import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { LtiStore, StoredToolKey } from '@journeybook/database/lti';
import { expect, test } from 'vitest';
import { createSealer } from './seal.js';
import { loadToolKeys } from './tool-keys.js';

/** A store that has no key yet, and keeps the first one. */
function emptyStore(): LtiStore {
  const kept: StoredToolKey[] = [];
  const toolKeys = {
    list: async () => kept,
    succeed: async (key: StoredToolKey) => void kept.push(key),
    deleteRetired: async () => undefined,
  };
  const exclusively = async (_: string, work: () => Promise<void>) => work();
  return { toolKeys, exclusively } as unknown as LtiStore;
}

test('a new key has the strength of 128 bits, which takes 3,072 of RSA', async () => {
  const keys = await loadToolKeys(emptyStore(), createSealer('x'.repeat(32), 'tool keys'));
  const [jwk] = keys.publicKeys().keys;
  const { asymmetricKeyDetails } = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  expect(asymmetricKeyDetails?.modulusLength).toBe(3_072);
});
