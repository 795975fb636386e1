import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { connectionComplaint, versionComplaint } from './database-complaint.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';

/**
 * The database to work on: the one of DATABASE_URL, or the embedded one, started.
 * @param {{ databaseUrl?: string, dataDir: string, dataDirChosen: boolean }} settings
 * @returns {Promise<{ url: string, where: string, reused: boolean, stop: () => Promise<void> }>} `reused`: it ran before
 */
export async function openDatabase({ databaseUrl, dataDir, dataDirChosen }) {
  if (databaseUrl) {
    return { url: databaseUrl, where: 'the PostgreSQL of DATABASE_URL', reused: true, stop: async () => {} };
  }
  const { startEmbeddedPostgres } = await import('../../packages/database/dist/embedded/index.js');
  const wanted = path.join(dataDir, 'postgres');
  try {
    return described(await startEmbeddedPostgres({ dataDir: wanted }), wanted);
  } catch (error) {
    if (error.fault !== 'folder-not-reachable' || dataDirChosen || existsSync(wanted)) throw error;
    const open = path.join(openFolder(), 'postgres');
    return described(await startEmbeddedPostgres({ dataDir: open }), open);
  }
}

/** Where root's data goes when the project lies under a folder closed to the user that PostgreSQL runs as. */
function openFolder() {
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return `/var/lib/journeybook/${path.basename(root)}-${mark}`;
}

function described(server, dataDir) {
  return { url: server.url, where: dataDir, reused: server.reused, stop: server.stop };
}

/**
 * Refuses with one line when the server of DATABASE_URL cannot be used.
 * @param {{ databaseUrl?: string }} settings
 */
export async function tryServer({ databaseUrl }) {
  if (!databaseUrl) return;
  const { default: pg } = await import('pg');
  let client;
  let version;
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    version = rows[0].version;
  } catch (error) {
    throw new PlainError(connectionComplaint(databaseUrl, error.errors?.[0] ?? error));
  } finally {
    await client?.end().catch(() => {});
  }
  const complaint = versionComplaint(databaseUrl, version);
  if (complaint) throw new PlainError(complaint);
}
