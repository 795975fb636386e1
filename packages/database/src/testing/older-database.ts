import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { migrations } from '../migrations/index.js';

export async function runSql<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database as it was before the migration landed; removed with the run's others. Answers its owner's address. */
export async function olderDatabase(before: (typeof migrations)[number]): Promise<string> {
  const name = `${inject('testPrefix')}${randomBytes(5).toString('hex')}`;
  await runSql(inject('adminUrl'), `create database ${name}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  const landed = migrations.slice(0, migrations.indexOf(before));
  const source = await new DataSource({ type: 'postgres', url: url.href, migrations: landed }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  return url.href;
}
