import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { ServerAddresses } from '../database.js';
import { databaseAt, onServer } from './run-database.js';
import { addressAs } from './test-passwords.js';

export { freePort } from './free-port.js';
export { type EventOnFile, type EventReader, openEventReader } from './open-event-reader.js';
export { openWithin, type Within } from './open-within.js';
export { addressAs } from './test-passwords.js';
export { watchStatements, type WatchedStatements } from './watch-statements.js';
/** The database as the API sees it, for tests of what the API and the LTI tool do together. */
export { Database } from '../database.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database of the run's server from which others can be made. */
    adminUrl: string;
    testTemplate: string;
    testPrefix: string;
  }
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A migrated, empty database of a test's own (about 30 ms). Needs the global set-up `@journeybook/database/test-cluster`.
 * `drop` ends whatever connections are left; a database that is not dropped goes when the run ends.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const name = `${inject('testPrefix')}${randomBytes(5).toString('hex')}`;
  await onServer(adminUrl, (client) => clone(client, inject('testTemplate'), name));
  return {
    url: databaseAt(adminUrl, name),
    drop: async () => {
      await onServer(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Where the API signs in to a test database, as in an installation. */
export const serverAddresses = (url: string): ServerAddresses => ({
  access: addressAs(url, 'journeybook_access'),
  api: addressAs(url, 'journeybook_api'),
  jobs: addressAs(url, 'journeybook_jobs'),
});

const templateInUse = '55006';
const patienceMilliseconds = 10_000;

async function clone(client: pg.Client, template: string, name: string): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      await client.query(`create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (error) {
      // The server's own housekeeping may be in the template for a moment.
      if (!(error instanceof pg.DatabaseError) || error.code !== templateInUse || Date.now() > deadline) throw error;
      await pause(20);
    }
  }
}
