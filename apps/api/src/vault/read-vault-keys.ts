import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A key of the vault and the name that rows know it by. */
export interface VaultKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The newest first: it seals, and all of them open. */
export type VaultKeys = readonly [VaultKey, ...VaultKey[]];

const keyBytes = 32;

/** The name of a key: who reads it learns nothing of the key. */
const nameOf = (key: Buffer): string =>
  createHash('sha256').update('journeybook vault key').update(key).digest('hex').slice(0, 16);

/**
 * Reads `VAULT_KEY`: keys of 32 bytes in base64, the newest first, apart by commas or lines; or the path of a file with them. A file is read
 * each time, so that a new key counts at once. Throws without repeating any of it.
 */
export function readVaultKeys(setting: string): VaultKeys {
  const keys = parseKeys(isPath(setting) ? readKeyFile(setting) : setting);
  const [newest, ...older] = keys;
  if (!newest)
    throw new Error('VAULT_KEY holds no key: give keys of 32 bytes in base64, or the path of a file with them.');
  return [newest, ...older];
}

/** Whether the setting names a file: base64 of 32 bytes has 43 or 44 characters and never begins like one. */
export const isPath = (setting: string): boolean =>
  /^(\.{0,2}\/|[A-Za-z]:[\\/])/.test(setting.trim()) && !/^[\w+/]{43}=?([,\s]|$)/.test(setting.trim());

function readKeyFile(path: string): string {
  try {
    return readFileSync(path.trim(), 'utf8');
  } catch {
    throw new Error(
      'The file that VAULT_KEY names cannot be read. Put the right file back; without it nobody can read the vault.',
    );
  }
}

function parseKeys(text: string): VaultKey[] {
  const written = text.split(/[\s,]+/).filter(Boolean);
  const keys = written.map((one) => Buffer.from(one, 'base64'));
  if (keys.some((key, index) => key.length !== keyBytes || !/^[\w+/-]{43}=?$/.test(written[index] ?? '')))
    throw new Error('VAULT_KEY holds something that is no key of 32 bytes in base64.');
  return keys.map((key) => ({ id: nameOf(key), key }));
}
