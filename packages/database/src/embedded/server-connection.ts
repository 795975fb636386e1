import pg from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

export const databaseName = 'journeybook';

/** The address of a database on the embedded server, password included: never to be printed. */
export function serverUrl(port: number, password: string, database = databaseName): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Proves that the server on this port is the one of our data directory and makes the product's database if it is missing.
 * By scram the server, too, shows that it knows the password. Refuses with `password-refused` or `start-failed`.
 */
export async function openDatabase(dataDir: string, port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(port, password, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const served = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    if (served.rows[0]?.folder !== dataDir) {
      throw new EmbeddedPostgresError(
        'start-failed',
        `Port ${port} is served by a PostgreSQL on ${served.rows[0]?.folder}, not on ${dataDir}: stop it and start again.`,
      );
    }
    const existing = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (existing.rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (cause) {
    if (isDuplicateDatabase(cause)) return;
    throw refusal(dataDir, cause);
  } finally {
    await client.end();
  }
}

function isDuplicateDatabase(cause: unknown): boolean {
  return cause instanceof pg.DatabaseError && (cause.code === '42P04' || cause.code === '23505');
}

function refusal(dataDir: string, cause: unknown): Error {
  if (cause instanceof EmbeddedPostgresError) return cause;
  if (cause instanceof pg.DatabaseError && cause.code === '28P01') {
    return new EmbeddedPostgresError(
      'password-refused',
      `The database in ${dataDir} does not accept the password in ${dataDir}.password: put the right file back, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresError('start-failed', `PostgreSQL on ${dataDir} does not answer (${why}).`, { cause });
}
