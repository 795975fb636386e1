import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * What the secrets of sign-ins are sealed with, made once and kept beside the data, not in it: `sign-in-key`, readable by its owner.
 * @param {string} dataDir
 * @returns {Promise<string>}
 */
export async function readSignInKey(dataDir) {
  const file = path.join(dataDir, 'sign-in-key');
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length >= 32) return key;
  throw new PlainError(
    `${file} does not hold the key of 32 characters or more: put the right file back. (Without it, the secrets of sign-in providers must be entered anew.)`,
  );
}
