import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { postmasterPath, readPostmasterFile, type PostmasterFile } from './postmaster-file.js';
import { isServerOf } from './server-process.js';

const recoveryMilliseconds = 120_000;

/**
 * The server that already serves this data directory, left over from a start that was killed; waits while it recovers. A pid file
 * without such a server behind it is removed, because PostgreSQL would refuse to start if the id now belongs to another program of
 * the same user. (A server's surviving shared memory is still noticed by PostgreSQL itself.)
 */
export async function findRunningServer(dataDir: string): Promise<PostmasterFile | undefined> {
  const deadline = Date.now() + recoveryMilliseconds;
  while (Date.now() < deadline) {
    const file = await readPostmasterFile(dataDir);
    if (!file) return undefined;
    if (!(await isServerOf(dataDir, file.pid))) {
      await rm(postmasterPath(dataDir), { force: true });
      return undefined;
    }
    if (file.ready) return file;
    await pause(20);
  }
  throw new EmbeddedPostgresError(
    'start-failed',
    `A PostgreSQL on ${dataDir} has been starting or stopping for two minutes: look into ${dataDir}.log, or end that process.`,
  );
}
