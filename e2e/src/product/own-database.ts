import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface OwnDatabase {
  /** Undefined when the product brings its embedded PostgreSQL. */
  readonly url: string | undefined;
  drop(): Promise<void>;
}

/**
 * A database that only this run uses: a new one on the server of DATABASE_URL, else the embedded one in the product's data folder.
 * The product would otherwise load its demo world into whatever DATABASE_URL names.
 */
export async function makeOwnDatabase(serverUrl: string | undefined): Promise<OwnDatabase> {
  if (!serverUrl) return { url: undefined, drop: async () => {} };
  const name = `journeybook_e2e_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
