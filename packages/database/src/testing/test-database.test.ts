import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { createTestDatabase } from './test-database.js';

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const databasesNamed = (name: string) =>
  query(inject('adminUrl'), `select datname from pg_database where datname = '${name}'`);

describe('a test database', () => {
  test('is apart from every other, and gone when dropped', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(one.url, 'create table only_here (id int)');

    expect(await query(one.url, `select to_regclass('only_here') is not null as found`)).toEqual([{ found: true }]);
    expect(await query(other.url, `select to_regclass('only_here') is not null as found`)).toEqual([{ found: false }]);

    await one.drop();
    await other.drop();
    expect(await databasesNamed(new URL(one.url).pathname.slice(1))).toEqual([]);
  });

  test('is dropped although somebody is still connected', async () => {
    const database = await createTestDatabase();
    const lingering = new pg.Client({ connectionString: database.url });
    const cutOff = new Promise((resolve) => lingering.on('error', resolve));
    await lingering.connect();

    await database.drop();

    await expect(cutOff).resolves.toBeInstanceOf(Error);
    expect(await databasesNamed(new URL(database.url).pathname.slice(1))).toEqual([]);
  });

  test('is made many at a time', async () => {
    const databases = await Promise.all(Array.from({ length: 8 }, () => createTestDatabase()));
    expect(new Set(databases.map(({ url }) => url)).size).toBe(8);
    await Promise.all(databases.map((database) => database.drop()));
  });
});
