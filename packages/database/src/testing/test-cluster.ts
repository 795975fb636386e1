import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.js';
import { letRolesSignIn } from '../roles.js';
import { databaseAt, onServer, runNames, type RunNames } from './run-database.js';
import { testPasswords } from './test-passwords.js';
import { startTestServer } from './test-server.js';

/**
 * Vitest global set-up: one PostgreSQL for the run (an embedded one that never waits for the disk, or the server of DATABASE_URL)
 * and on it one migrated template, from which `createTestDatabase` clones. Everything is removed at the end.
 */
export default async function setUpTestCluster(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer(process.env['DATABASE_URL']);
  const names = runNames();
  const tearDown = async () => {
    await dropDatabases(server.adminUrl, names);
    await server.stop();
  };
  try {
    await makeTemplate(server.adminUrl, names.template);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('adminUrl', server.adminUrl);
  project.provide('testTemplate', names.template);
  project.provide('testPrefix', names.prefix);
  return tearDown;
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await onServer(adminUrl, (client) => client.query(`create database ${template}`));
  await migrate(databaseAt(adminUrl, template));
  await letRolesSignIn(adminUrl, testPasswords);
  // A connection to the template would make every clone fail; from here on none is possible.
  await onServer(adminUrl, (client) => client.query(`alter database ${template} allow_connections false`));
}

async function dropDatabases(adminUrl: string, { template, prefix }: RunNames): Promise<void> {
  await onServer(adminUrl, async (client) => {
    const left = await client.query<{ datname: string }>(
      'select datname from pg_database where datname = $1 or starts_with(datname, $2)',
      [template, prefix],
    );
    for (const { datname } of left.rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}
