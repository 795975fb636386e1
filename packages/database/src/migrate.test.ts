import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';
import { createTestDatabase } from './testing/test-database.js';

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** An empty database that nothing was done to; removed with the run's others. */
async function emptyDatabase(): Promise<string> {
  const name = `${inject('testPrefix')}${randomBytes(5).toString('hex')}`;
  await query(inject('adminUrl'), `create database ${name}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

const names = async (url: string) =>
  (await query<{ name: string }>(url, 'select name from migrations order by id')).map((row) => row.name);

describe('migrating', () => {
  test('an empty database brings it to where a test database is, each step once', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    expect(await names(url)).toEqual(migrations.map((migration) => migration.name));
    const other = await createTestDatabase();
    const columns = `select table_schema, table_name, column_name, data_type from information_schema.columns
      where table_schema in ('public', 'lti', 'vault') order by 1, 2, 3`;
    expect(await query(url, columns)).toEqual(await query(other.url, columns));
    await other.drop();
  });
  test('again changes nothing', async () => {
    const database = await createTestDatabase();
    await migrate(database.url);
    expect(await names(database.url)).toEqual(migrations.map((migration) => migration.name));
    await database.drop();
  });
  test('by many at once is done once', async () => {
    const url = await emptyDatabase();
    await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(await names(url)).toEqual(migrations.map((migration) => migration.name));
  });
  test('says which database cannot be reached', async () => {
    await expect(migrate('postgres://nobody:x@127.0.0.1:1/none')).rejects.toThrow(/ECONNREFUSED/);
  });
});
