import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import type { ServerUser } from './server-user.js';

export interface DataDirectory {
  /** Its one true name, without symbolic links: by it a running server is recognised. */
  readonly dataDir: string;
  readonly initialised: boolean;
}

/**
 * Looks at the place of the data before anything is started there, and makes the folder above it. Refuses with
 * `folder-not-writable`, `folder-not-reachable`, `folder-not-a-database` or `folder-of-another-version`.
 */
export async function inspectDataDirectory(
  asked: string,
  user: ServerUser,
  majorVersion: string,
): Promise<DataDirectory> {
  const dataDir = await trueName(path.resolve(asked));
  const parent = path.dirname(dataDir);
  if (!canEnter(parent, user)) throw notReachable(parent);

  const version = await versionIn(dataDir);
  if (version === undefined) return { dataDir, initialised: false };
  if (version !== majorVersion) {
    throw new EmbeddedPostgresError(
      'folder-of-another-version',
      `${dataDir} was written by PostgreSQL ${version} and this is PostgreSQL ${majorVersion}: set DATA_DIR to another folder, or DATABASE_URL to a server that runs it.`,
    );
  }
  return { dataDir, initialised: true };
}

async function trueName(dataDir: string): Promise<string> {
  const parent = path.dirname(dataDir);
  try {
    await mkdir(parent, { recursive: true });
    await access(parent, constants.W_OK | constants.X_OK);
    const beside = path.join(await realpath(parent), path.basename(dataDir));
    return await realpath(beside).catch(() => beside);
  } catch (cause) {
    throw notWritable(parent, cause);
  }
}

async function versionIn(dataDir: string): Promise<string | undefined> {
  try {
    const names = await readdir(dataDir);
    if (names.length === 0) return undefined;
    if (names.includes('PG_VERSION')) return (await readFile(path.join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw notWritable(dataDir, cause);
  }
  throw new EmbeddedPostgresError(
    'folder-not-a-database',
    `${dataDir} is not empty and holds no database: set DATA_DIR to an empty or a new folder.`,
  );
}

function canEnter(folder: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

function notReachable(folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'folder-not-reachable',
    `PostgreSQL does not run as root, and the user it runs as may not enter ${folder}: set DATA_DIR to a folder that every user may enter (such as /var/lib/journeybook), or start as an ordinary user.`,
  );
}

/** The refusal for a folder that cannot be made or written, with the system's reason. */
export function notWritable(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'folder-not-writable',
    `${folder} cannot be written (${systemCode(cause) ?? 'unknown reason'}): set DATA_DIR to a folder that this user may write and that has space left.`,
    { cause },
  );
}
