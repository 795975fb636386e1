import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from './acting.js';
import { openDataSource } from './data-source.js';
import { Database } from './database.js';
import { addressAs, createTestDatabase, serverAddresses, type TestDatabase } from './testing/test-database.js';
import { isTooSlow } from './time-limits.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const shown = async ({ runSql }: Database['read']) => [
  await runSql('show statement_timeout'),
  await runSql('show idle_in_transaction_session_timeout'),
];
const limits = (statement: string, idle: string) => [
  [{ statement_timeout: statement }],
  [{ idle_in_transaction_session_timeout: idle }],
];

describe('a statement that takes too long', () => {
  test('is given up, and told from other faults', async () => {
    const source = await openDataSource({
      url: database.url,
      limits: { statementSeconds: 0.1, idleInTransactionSeconds: 30 },
    });
    expect(isTooSlow(await failureOf(source.query('select pg_sleep(20)')))).toBe(true);
    expect(isTooSlow(await failureOf(source.query('select 1 / 0')))).toBe(false);
    expect(await source.query('select 1 as one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });
  test('is a matter of whoever waits: less for requests than for reports, nothing for commands', async () => {
    const served = await Database.open(serverAddresses(database.url), 1);
    const tool = { caller: { kind: 'machine' }, requestId: 'r', address: '127.0.0.1', action: 'POST /' } as const;
    expect(await shown(served.access.read)).toEqual(limits('30s', '30s'));
    expect(await shown(served.read)).toEqual(limits('30s', '30s'));
    expect(await actAs(tool, () => shown(served.read))).toEqual(limits('2min', '1min'));
    await served.close();
    const owner = await Database.openAsOwner({ url: database.url });
    expect(await shown(owner.read)).toEqual(limits('0', '0'));
    await owner.close();
  });
});

test('a transaction that waits for the server too long is undone, and lets go what it held', async () => {
  const url = addressAs(database.url, 'journeybook_lti');
  const source = await openDataSource({ url, limits: { statementSeconds: 30, idleInTransactionSeconds: 0.1 } });
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query('select pg_advisory_xact_lock(77)');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const other = await openDataSource({ url });
  expect(await other.query('select pg_try_advisory_xact_lock(77) as free')).toEqual([{ free: true }]);
  await other.destroy();
  await runner.release().catch(() => undefined);
  await source.destroy();
});
