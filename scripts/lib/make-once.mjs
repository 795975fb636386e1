import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';

/** A name of its own for each writer: two in one process must not take each other's draft away. */
const draftOf = (file) => `${file}.${randomUUID()}`;

/**
 * Makes the file, for its owner only, unless it is there: whole or not at all, and of several at once one.
 * @param {string} file @param {string} text
 * @returns {Promise<boolean>} whether this was the one that made it
 */
export async function makeOnce(file, text) {
  const draft = draftOf(file);
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Puts a text in the file's place all at once: whoever reads it meanwhile finds it as it was or as it will be.
 * @param {string} file @param {string} text
 */
export async function replaceWhole(file, text) {
  const draft = draftOf(file);
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
