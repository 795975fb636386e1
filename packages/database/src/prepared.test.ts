import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { prepared } from './prepared.js';
import { createTestDatabase, watchStatements, type TestDatabase } from './testing/test-database.js';

let testDatabase: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  source = await openDataSource({ url: testDatabase.url, poolSize: 1 });
});
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

const known = () =>
  source.query(
    'select statement, (generic_plans + custom_plans)::int as asked from pg_prepared_statements order by prepare_time',
  );

describe('a statement that is marked', () => {
  test('is read once by a connection, however often it is asked, and others are not kept', async () => {
    const [sum, product] = [prepared('select $1::int + 1 as n'), prepared('select $1::int * 2 as n')];
    expect(prepared('select $1::int + 1 as n')).toBe(sum);
    for (const n of [1, 2, 3]) {
      expect(await source.query(sum, [n])).toEqual([{ n: n + 1 }]);
      expect(await source.query(product, [n])).toEqual([{ n: n * 2 }]);
      await source.query('select $1::int - 1 as n', [n]);
    }
    expect(await known()).toEqual([
      { statement: sum, asked: 3 },
      { statement: product, asked: 3 },
    ]);
  });
  test('is one round trip, and is asked again after it failed', async () => {
    const divide = prepared('select 6 / $1::int as n');
    const watched = watchStatements();
    expect(await source.query(divide, [3])).toEqual([{ n: 2 }]);
    await expect(source.query(divide, [0])).rejects.toThrow('division by zero');
    expect(await source.query(divide, [2])).toEqual([{ n: 3 }]);
    watched.stop();
    expect(watched.sent).toEqual([divide, divide, divide]);
  });
  test('works for a new connection where an old one was lost', async () => {
    const echo = prepared('select $1::text as said');
    const lost = source.transaction(async (manager) => {
      await manager.query(echo, ['before']);
      await manager.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(lost).rejects.toThrow(/terminat/i);
    expect(await source.query(echo, ['after'])).toEqual([{ said: 'after' }]);
  });
  test('is read anew when what it reads has changed', async () => {
    await source.query('create table kept (id int, name text)');
    const names = prepared('select name from kept where id = $1');
    await source.query('insert into kept values (1, $1)', ['one']);
    for (let round = 0; round < 6; round += 1) expect(await source.query(names, [1])).toEqual([{ name: 'one' }]);
    await source.query('alter table kept drop id, add id int not null default 1');
    await source.query('create index on kept (id)');
    expect(await source.query(names, [1])).toEqual([{ name: 'one' }]);
  });
});
