import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeOnce, replaceWhole } from './make-once.mjs';

const newKey = () => randomBytes(32).toString('base64');

/**
 * The file with the keys of the vault, made at the first start and readable by its owner only. The newest key stands first. It is no part of
 * the database, and so no part of its backups: it is kept apart from them.
 * @param {string} dataDir
 * @returns {Promise<string>} its path
 */
export async function ensureVaultKey(dataDir) {
  const file = path.join(dataDir, 'vault.key');
  await makeOnce(file, `${newKey()}\n`);
  return file;
}

/**
 * Puts a new key in front of the others, all at once: whoever reads the file meanwhile finds it as it was or as it will be.
 * @param {string} file
 */
export async function addVaultKey(file) {
  await replaceWhole(file, `${newKey()}\n${await readFile(file, 'utf8')}`);
}
