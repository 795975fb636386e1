import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The names of one test run on one server: a template, and databases cloned from it that begin with the same word. */
export interface RunNames {
  readonly template: string;
  readonly prefix: string;
}

/** Names that no other run on the same server uses. */
export function runNames(): RunNames {
  const run = randomBytes(5).toString('hex');
  return { template: `jb_template_${run}`, prefix: `jb_test_${run}_` };
}

/** The address of another database on the same server. */
export function databaseAt(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements one by one on the server's own database, outside any transaction. */
export async function onServer<T>(adminUrl: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
