import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@journeybook/database/free-port';
import { makeOwnDatabase } from './own-database.js';
import { type Product, type ProductSettings, type ProductUrls, startProduct, urlsOf } from './start-product.js';

export interface OwnProduct {
  readonly urls: ProductUrls;
  readonly mailFolder: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** A product with ports, a data folder and a database of its own, not started yet; the data stays from one start to the next. */
export async function makeOwnProduct(): Promise<OwnProduct> {
  const [api, lti, lms] = await Promise.all([freePort(), freePort(), freePort()]);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'journeybook-e2e-'));
  // As root, the embedded PostgreSQL runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const database = await makeOwnDatabase(process.env['DATABASE_URL']);
  const settings: ProductSettings = { dataDir, ports: { api, lti, lms }, databaseUrl: database.url };
  let running: Product | null = null;
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  return {
    urls: urlsOf(settings),
    mailFolder: path.join(dataDir, 'mail'),
    start: async () => {
      running = await startProduct(settings);
    },
    stop,
    remove: async () => {
      await stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
