import { setTimeout as pause } from 'node:timers/promises';
import { inspectDataDirectory } from './data-directory.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findRunningServer } from './find-running-server.js';
import { freePort } from './free-port.js';
import { initCluster } from './init-cluster.js';
import { launchServer, type Launch, type ServerLaunch } from './launch-server.js';
import { findBinaries } from './postgres-binaries.js';
import { openDatabase, serverUrl } from './server-connection.js';
import { makePassword, readPassword } from './server-password.js';
import { stopServer } from './server-process.js';
import { serverUser } from './server-user.js';

export interface EmbeddedPostgresOptions {
  /** The data directory; made when missing. Its password and its log lie beside it. */
  readonly dataDir: string;
  /** False gives up safety against power cuts for speed: for tests only. */
  readonly durable?: boolean;
  /** A free one when not given. A server that already runs keeps its own. */
  readonly port?: number;
}

export interface EmbeddedPostgres {
  /** Address of the database `journeybook`, password included: not to be printed. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The server had been running before: left over from a start that was killed. */
  readonly reused: boolean;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data directory, or takes over the server already running on it, and resolves when its database
 * `journeybook` accepts connections on 127.0.0.1. Rejects with an EmbeddedPostgresError. The server outlives a killed process.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true;
  const user = await serverUser(options.dataDir);
  const binaries = await findBinaries(user);
  const { dataDir, initialised } = await inspectDataDirectory(options.dataDir, user, binaries.majorVersion);
  const password = initialised ? await readPassword(dataDir) : await makePassword(dataDir);
  if (!initialised) await initCluster(binaries, user, { dataDir, password, durable });

  const running = await findRunningServer(dataDir);
  const server = running ?? (await launch({ postgres: binaries.postgres, user, dataDir, durable }, options.port));
  await openDatabase(dataDir, server.port, password);
  return {
    url: serverUrl(server.port, password),
    port: server.port,
    pid: server.pid,
    reused: running !== undefined,
    stop: () => stopServer(dataDir, server.pid),
  };
}

async function launch(server: Omit<ServerLaunch, 'port'>, wanted?: number): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const launched = await launchServer({ ...server, port });
    if (launched.ok) return { pid: launched.pid, port };
    if (launched.why === 'already-running') {
      const other = await findRunningServer(server.dataDir);
      if (other) return other;
    }
    const passes = launched.why !== 'other' && !(launched.why === 'port-in-use' && wanted !== undefined);
    if (!passes || attempt === 50) throw failed(server.dataDir, port, launched);
    // Processes of a killed server need a moment to notice it and let go.
    await pause(100);
  }
}

function failed(dataDir: string, port: number, { why, log }: Launch & { ok: false }): EmbeddedPostgresError {
  if (why === 'port-in-use') {
    return new EmbeddedPostgresError(
      'port-in-use',
      `Port ${port} is in use: stop what uses it or choose another port.`,
    );
  }
  const last = log.trim().split('\n').slice(-2).join(' ') || 'it said nothing';
  return new EmbeddedPostgresError('start-failed', `PostgreSQL did not start on ${dataDir}: ${last}`);
}
