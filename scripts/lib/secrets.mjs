import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeOnce, replaceWhole } from './make-once.mjs';
import { PlainError } from './plain-error.mjs';

/**
 * The secrets of this installation, made at its first start and kept in `secrets.json`, readable by its owner only.
 * @param {string} dataDir
 * @returns {Promise<{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string, secretsKey: string }>}
 */
export function readSecrets(dataDir) {
  return keep(path.join(dataDir, 'secrets.json'), {
    names: ['ltiMachineToken', 'ltiEncryptionKey', 'demoPlatformSeed'],
    laterNames: ['secretsKey'],
    lost: 'Without it, learning platforms that are connected must be connected anew; if there are none, delete it.',
  });
}

/**
 * The passwords with which the servers sign in to the database, each as a role of its own; made and kept as the secrets are.
 * @param {string} dataDir
 * @returns {Promise<{ access: string, api: string, jobs: string, lti: string, vault: string }>}
 */
export function readDatabasePasswords(dataDir) {
  return keep(path.join(dataDir, 'database-passwords.json'), {
    names: ['access', 'api', 'jobs', 'lti'],
    laterNames: ['vault'],
    lost: 'Or delete it: the next start makes new ones.',
  });
}

/** Makes the file once; one of before a later version came gets what that one added, and keeps what it has. */
async function keep(file, { names, laterNames, lost }) {
  await makeOnce(file, asText(makeFresh([...names, ...laterNames])));
  const kept = parse(await readFile(file, 'utf8'), { file, names, lost });
  const missing = laterNames.filter((name) => kept[name] === undefined);
  if (missing.length === 0) return kept;
  const whole = { ...kept, ...makeFresh(missing) };
  await replaceWhole(file, asText(whole));
  return whole;
}

const makeFresh = (wanted) => Object.fromEntries(wanted.map((name) => [name, randomBytes(32).toString('hex')]));

const asText = (secrets) => `${JSON.stringify(secrets, null, 2)}
`;

function parse(text, { file, names, lost }) {
  try {
    const secrets = JSON.parse(text);
    if (names.every((name) => typeof secrets[name] === 'string' && secrets[name].length >= 32)) return secrets;
  } catch {
    // Falls through to the one line for every unusable file.
  }
  throw new PlainError(`${file} does not hold the secrets ${names.join(', ')}: put the right file back. (${lost})`);
}
