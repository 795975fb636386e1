import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notWritable } from './data-directory.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isAlive } from './server-process.js';
import type { ServerUser } from './server-user.js';

export interface NewCluster {
  readonly dataDir: string;
  readonly password: string;
  readonly durable: boolean;
}

/**
 * Makes a new data directory. It is built beside its place and renamed into it, so an interrupted initdb leaves no half
 * database behind; when another start was quicker, its directory stands. Refuses with `folder-not-writable` or `initialisation-failed`.
 */
export async function initCluster(
  { initdb }: PostgresBinaries,
  user: ServerUser,
  { dataDir, password, durable }: NewCluster,
): Promise<void> {
  const workshop = await makeWorkshop(dataDir, user);
  try {
    const passwordCopy = path.join(workshop, 'password');
    await writeFile(passwordCopy, password, { mode: 0o600 });
    await give(passwordCopy, user);
    const fresh = path.join(workshop, 'data');
    await mkdir(fresh, { mode: 0o700 });
    await give(fresh, user);
    await runInitdb(initdb, user, [
      `--pgdata=${fresh}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordCopy}`,
      '--encoding=UTF8',
      // The same order of text on every machine, whatever its C library.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await moveInto(dataDir, fresh);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function makeWorkshop(dataDir: string, user: ServerUser): Promise<string> {
  try {
    await removeAbandoned(dataDir);
    const workshop = await mkdtemp(`${dataDir}.new-${process.pid}-`);
    await give(workshop, user);
    return workshop;
  } catch (cause) {
    throw notWritable(path.dirname(dataDir), cause);
  }
}

/** What an initdb left behind whose starter was killed. */
async function removeAbandoned(dataDir: string): Promise<void> {
  const prefix = `${path.basename(dataDir)}.new-`;
  const parent = path.dirname(dataDir);
  for (const name of await readdir(parent)) {
    const maker = Number(name.slice(prefix.length).split('-')[0]);
    if (!name.startsWith(prefix) || !Number.isInteger(maker) || isAlive(maker)) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

async function give(file: string, user: ServerUser): Promise<void> {
  if (user.uid !== undefined) await chown(file, user.uid, user.gid);
}

async function moveInto(dataDir: string, fresh: string): Promise<void> {
  try {
    await rename(fresh, dataDir);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw notWritable(dataDir, error);
  }
}

async function runInitdb(initdb: string, user: ServerUser, args: readonly string[]): Promise<void> {
  const child = spawn(initdb, args, { ...user, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
  }
  const outcome = await new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : complaintIn(said)));
  });
  if (outcome === undefined) return;
  throw new EmbeddedPostgresError(
    'initialisation-failed',
    `PostgreSQL could not make its data directory (${outcome}): free space or set DATA_DIR to another folder, or set DATABASE_URL.`,
  );
}

function complaintIn(said: string): string {
  const lines = said.split('\n').filter((line) => /error|fatal|panic|no space/i.test(line));
  return lines.slice(0, 2).join('; ') || said.slice(-300);
}
