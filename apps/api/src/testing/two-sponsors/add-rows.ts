import type { Tables } from '@journeybook/database';

/** A table and what is put into each of its columns. */
export type Row = readonly [table: string, values: Readonly<Record<string, unknown>>];

/** Adds rows as the database's owner, for what nobody can be asked to do over HTTP. */
export async function addRows({ runSql }: Pick<Tables, 'runSql'>, rows: readonly Row[]): Promise<void> {
  for (const [table, values] of rows) {
    const columns = Object.keys(values);
    const places = columns.map((_, index) => `$${index + 1}`);
    await runSql(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(values));
  }
}
