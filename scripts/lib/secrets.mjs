import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * The secrets of this installation, made at its first start and kept in `secrets.json`, readable by its owner only.
 * @param {string} dataDir
 * @returns {Promise<{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string }>}
 */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const lost =
    'Without it, learning platforms that are connected must be connected anew; if there are none, delete it.';
  return keep(file, ['ltiMachineToken', 'ltiEncryptionKey', 'demoPlatformSeed'], lost);
}

/**
 * The passwords with which the servers sign in to the database, each as a role of its own; made and kept as the secrets are.
 * @param {string} dataDir
 * @returns {Promise<{ access: string, api: string, jobs: string, lti: string }>}
 */
export function readDatabasePasswords(dataDir) {
  const file = path.join(dataDir, 'database-passwords.json');
  return keep(file, ['access', 'api', 'jobs', 'lti'], 'Or delete it: the next start makes new ones.');
}

async function keep(file, names, lost) {
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
  return parse(await readFile(file, 'utf8'), { file, names, lost });
}

function parse(text, { file, names, lost }) {
  try {
    const secrets = JSON.parse(text);
    if (names.every((name) => typeof secrets[name] === 'string' && secrets[name].length >= 32)) return secrets;
  } catch {
    // Falls through to the one line for every unusable file.
  }
  throw new PlainError(`${file} does not hold the secrets ${names.join(', ')}: put the right file back. (${lost})`);
}
