import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

const names = ['ltiMachineToken', 'ltiEncryptionKey', 'demoPlatformSeed'];
/** Came with a later version: a file from before gets them at the next start. */
const laterNames = ['secretsKey'];

const makeFresh = (wanted) => Object.fromEntries(wanted.map((name) => [name, randomBytes(32).toString('hex')]));

/**
 * The secrets of this installation, made at its first start and kept in `secrets.json`, readable by its owner only.
 * @param {string} dataDir
 * @returns {Promise<{ ltiMachineToken: string, ltiEncryptionKey: string, demoPlatformSeed: string, secretsKey: string }>}
 */
export async function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const draft = `${file}.${process.pid}`;
  await writeDraft(draft, makeFresh([...names, ...laterNames]));
  try {
    await link(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const kept = parse(await readFile(file, 'utf8'), file);
  const missing = laterNames.filter((name) => kept[name] === undefined);
  if (missing.length === 0) return kept;
  const whole = { ...kept, ...makeFresh(missing) };
  await writeDraft(draft, whole);
  await rename(draft, file);
  return whole;
}

const writeDraft = (draft, secrets) => writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });

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
