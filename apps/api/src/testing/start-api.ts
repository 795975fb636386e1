import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Database, openJobs } from '@journeybook/database';
import type { EventReader } from '@journeybook/database/testing';
import { createTestDatabase, openEventReader, serverAddresses } from '@journeybook/database/testing';
import type { INestApplication } from '@nestjs/common';
import type { Services } from '../app.module.js';
import { readConfig } from '../config.js';
import { createApp } from '../create-app.js';
import { AnswerVault } from '../vault/answer-vault.js';
import type { Callers } from './callers.js';
import { callers } from './callers.js';
import { testEnvironment } from './environment.js';
import { lettersTo } from './letters.js';
import { SettableClock } from './settable-clock.js';

export interface RunningApi extends Callers {
  readonly url: string;
  readonly databaseUrl: string;
  /** The whole database, as its owner sees it: for what a test arranges and looks up. */
  readonly database: Database;
  readonly clock: SettableClock;
  /** What the API itself works with; its database is opened as in an installation. */
  readonly services: Services;
  readonly app: INestApplication;
  /** What requests left on file. */
  readonly events: EventReader;
  /** The letters that were sent to the address, the oldest first. */
  lettersTo(address: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts the real API on a free port, on a database of its own that goes with it. */
export async function startApi(variables: Record<string, string> = {}): Promise<RunningApi> {
  const testDatabase = await createTestDatabase();
  const databaseUrl = testDatabase.url;
  const folder = await mkdtemp(path.join(tmpdir(), 'journeybook-api-'));
  const config = readConfig(testEnvironment(databaseUrl, { DATA_DIR: folder, ...variables }));
  const database = await Database.openAsOwner({ url: databaseUrl });
  const addresses = serverAddresses(databaseUrl);
  const served = await Database.open(addresses);
  const vault = await AnswerVault.open(config.VAULT_DATABASE_URL, config.VAULT_KEY);
  const jobs = await openJobs({ url: addresses.jobs });
  const clock = SettableClock.at();
  const services = { config, database: served, vault, jobs, clock, demoSignIns: [] };
  const app = await createApp(services);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const events = openEventReader(databaseUrl);
  return {
    ...callers(url, { database, clock }, events),
    url,
    databaseUrl,
    database,
    clock,
    services,
    app,
    events,
    lettersTo: (address) => lettersTo(path.join(folder, 'mail'), address),
    stop: async () => {
      await app.close();
      await jobs.stop();
      await served.close();
      await vault.close();
      await database.close();
      await events.close();
      await testDatabase.drop();
      await rm(folder, { recursive: true });
    },
  };
}
