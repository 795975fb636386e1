import { Database } from '@journeybook/database';
import { createTestDatabase, openEventReader } from '@journeybook/database/testing';
import type { Callers } from './callers.js';
import { callers } from './callers.js';
import type { BuiltApi } from './run-built-api.js';
import { runBuiltApi } from './run-built-api.js';
import { SettableClock } from './settable-clock.js';
import { buildWorld } from './world.js';

/** The built API as a process that a test may kill, with ways to call it. It goes by the real clock, and so do its sessions. */
export interface KillableApi extends BuiltApi, Callers {
  readonly clock: SettableClock;
  readonly database: Database;
}

/** A database with the world in it, on which the built API is started again and again. */
export interface KillableWorld {
  readonly databaseUrl: string;
  readonly database: Database;
  start(): Promise<KillableApi>;
  close(): Promise<void>;
}

/** Opens such a world of a test file's own. */
export async function openKillableWorld(): Promise<KillableWorld> {
  const testDatabase = await createTestDatabase();
  const { url } = testDatabase;
  const database = await Database.openAsOwner({ url });
  await buildWorld(database);
  const running: BuiltApi[] = [];
  return {
    databaseUrl: url,
    database,
    start: async () => {
      const api = await runBuiltApi(url);
      running.push(api);
      const clock = SettableClock.at(new Date().toISOString() as Parameters<typeof SettableClock.at>[0]);
      return { ...api, clock, database, ...callers(api.url, { database, clock }, openEventReader(url)) };
    },
    close: async () => {
      await Promise.all(running.map((api) => api.kill()));
      await database.close();
      await testDatabase.drop();
    },
  };
}
