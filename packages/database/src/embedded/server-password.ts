import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';

/** Where the password of a data directory lies: beside it, so that a copy of the data alone opens nothing. */
export function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}

/** The password of an initialised data directory. Refuses with `password-missing` when its file is gone or closed to us. */
export async function readPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    const why = systemCode(cause) === 'ENOENT' ? 'is missing' : 'cannot be read by this user';
    throw new EmbeddedPostgresError(
      'password-missing',
      `${file}, the password of the database in ${dataDir}, ${why}: put it back, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

/** The password for a data directory about to be made: a new one of 192 random bits, or the one that another start has just made. */
export async function makePassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  // A name of its own for each start: two in one process must not take each other's draft away.
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all and never replaces: two starts at once agree on one password.
    await link(draft, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readPassword(dataDir);
}
