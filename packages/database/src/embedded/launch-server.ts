import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { notWritable } from './data-directory.js';
import { readPostmasterFile } from './postmaster-file.js';
import type { ServerUser } from './server-user.js';

export interface ServerLaunch {
  readonly postgres: string;
  readonly user: ServerUser;
  readonly dataDir: string;
  readonly port: number;
  readonly durable: boolean;
}

export type Launch =
  | { readonly ok: true; readonly pid: number }
  | {
      readonly ok: false;
      readonly why: 'port-in-use' | 'already-running' | 'memory-in-use' | 'other';
      readonly log: string;
    };

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log lies beside the data in plain text: no statement and no row's values belong there.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts PostgreSQL on an initialised data directory and waits until it accepts connections; its log is `<dataDir>.log`. */
export async function launchServer(launch: ServerLaunch): Promise<Launch> {
  const logFile = `${launch.dataDir}.log`;
  const log = await open(logFile, 'w', 0o600).catch((cause: unknown) => {
    throw notWritable(logFile, cause);
  });
  const child = spawn(launch.postgres, argumentsOf(launch), {
    ...launch.user,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log.fd, log.fd],
    // Its own process group: Ctrl-C in the terminal must reach us first, so that the database is stopped last.
    detached: true,
  });
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  await log.close();

  for (;;) {
    const file = await readPostmasterFile(launch.dataDir);
    if (file?.pid === child.pid && file?.ready) return { ok: true, pid: file.pid };
    if (ended) return failure(await readFile(logFile, 'utf8'));
    await pause(10);
  }
}

function argumentsOf({ dataDir, port, durable }: ServerLaunch): string[] {
  const all = { ...settings, ...(durable ? {} : careless) };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(port), ...options];
}

function failure(log: string): Launch {
  if (/could not bind|Address already in use/.test(log)) return { ok: false, why: 'port-in-use', log };
  if (/shared memory block .*still in use/.test(log)) return { ok: false, why: 'memory-in-use', log };
  if (/lock file "postmaster\.pid" already exists/.test(log)) return { ok: false, why: 'already-running', log };
  return { ok: false, why: 'other', log };
}
