import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

const names = ['ltiMachineToken', 'ltiEncryptionKey', 'demoPlatformSeed'];

/**
 * The secrets of this installation, made at its first start and kept in `secrets.json`, readable by its owner only.
 * @param {string} dataDir
 * @returns {Promise<{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string }>}
 */
export async function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const draft = `${file}.${process.pid}`;
  const fresh = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('hex')]));
  await writeFile(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return parse(await readFile(file, 'utf8'), file);
}

function parse(text, file) {
  try {
    const secrets = JSON.parse(text);
    if (names.every((name) => typeof secrets[name] === 'string' && secrets[name].length >= 32)) return secrets;
  } catch {
    // Falls through to the one line for every unusable file.
  }
  throw new PlainError(
    `${file} does not hold the secrets ${names.join(', ')}: put the right file back. (Without it, learning platforms that are connected must be connected anew; if there are none, delete it.)`,
  );
}
