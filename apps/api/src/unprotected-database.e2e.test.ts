import { createTestDatabase } from '@journeybook/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuiltApi } from './testing/run-built-api.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What the server writes to its log until it is ready. */
async function logOf(address: string): Promise<string> {
  const api = await runBuiltApi(address, { LOG_LEVEL: 'warn' });
  await api.kill();
  return api.log();
}

// Windows connects to nothing by that address.
test.skipIf(process.platform === 'win32')(
  'a database on another machine whose address does not say how it is protected is warned of once',
  async () => {
    // An address of this machine that is not taken for one.
    const elsewhere = new URL(database.url);
    elsewhere.hostname = '0.0.0.0';
    expect((await logOf(elsewhere.href)).match(/add sslmode=verify-full/g)).toHaveLength(1);
    expect(await logOf(`${elsewhere.href}?sslmode=disable`)).not.toContain('sslmode');
    expect(await logOf(database.url)).not.toContain('sslmode');
  },
);
