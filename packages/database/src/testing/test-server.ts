import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../embedded/index.js';
import { readPostmasterFile } from '../embedded/postmaster-file.js';
import { isAlive, isServerOf, stopServer } from '../embedded/server-process.js';

export interface TestServer {
  /** Address of a database from which others can be made. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

const folderPrefix = 'journeybook-tests-';

/** The server of `databaseUrl` when one is given, which stays as it is; else an embedded one of our own in the temporary folder. */
export async function startTestServer(databaseUrl: string | undefined): Promise<TestServer> {
  if (databaseUrl) return { adminUrl: databaseUrl, stop: async () => undefined };

  await removeAbandoned();
  const folder = await mkdtemp(path.join(os.tmpdir(), `${folderPrefix}${process.pid}-`));
  // mkdtemp makes 0700; under root PostgreSQL runs as somebody else, who must get in.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), durable: false });
  return {
    adminUrl: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the servers of test runs that were killed before they could: the folder's name holds the run's process id. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const run = Number(name.slice(folderPrefix.length).split('-')[0]);
    if (!name.startsWith(folderPrefix) || !Number.isInteger(run) || isAlive(run)) continue;
    const folder = path.join(os.tmpdir(), name);
    await endServer(path.join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function endServer(dataDir: string): Promise<void> {
  const file = await readPostmasterFile(dataDir).catch(() => undefined);
  if (file && (await isServerOf(dataDir, file.pid))) await stopServer(dataDir, file.pid).catch(() => undefined);
}
