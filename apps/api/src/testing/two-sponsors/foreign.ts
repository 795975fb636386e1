import type { Database } from '@journeybook/database';
import { asOwner } from '../as-owner.js';
import type { Side } from './side.js';

/** What tells a row of a side: its mark, its day, and the ids of all its rows. */
export interface Foreign {
  readonly mark: string;
  readonly day: string;
  readonly ids: ReadonlySet<string>;
}

const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;

/** The foreign ids, marks and days in a text. */
export const foreignIn = (text: string, { mark, day, ids }: Foreign): string[] => [
  ...(text.match(uuid) ?? []).filter((id) => ids.has(id.toLowerCase())),
  ...(text.match(new RegExp(`${mark}|${day}`, 'gi')) ?? []),
];

interface KeptRow {
  readonly name: string;
  readonly id: string | null;
  readonly row: string;
}

/** Every row of the database as text. */
export async function everyRow(database: Database): Promise<readonly KeptRow[]> {
  const tables = await asOwner<{ name: string; has: boolean }>(
    database,
    `select table_schema || '.' || table_name as name, bool_or(column_name = 'id' and data_type = 'uuid') as has
     from information_schema.columns where table_schema in ('public', 'lti', 'vault') group by 1 order by 1`,
  );
  const lists = await Promise.all(
    tables.map(({ name, has }) =>
      asOwner<KeptRow>(
        database,
        `select '${name}' as name, ${has ? 't.id::text' : 'null'} as id, row_to_json(t)::text as row from ${name} t`,
      ),
    ),
  );
  return lists.flat();
}

/**
 * What is the side's and nobody else's: its organisations, people and standards, everything that carries its id or its mark, and
 * everything that refers to a row of these.
 */
export async function foreignOf(database: Database, side: Side): Promise<Foreign> {
  const people = Object.values(side).flatMap((one) => (typeof one === 'object' ? [one.id as string] : []));
  const ids = new Set<string>([side.sponsor, side.works, side.school, ...people]);
  const rows = await everyRow(database);
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const { id, row } of rows) if (id && foreignIn(row, { ...side, ids }).length > 0) ids.add(id);
  }
  return { mark: side.mark, day: side.day, ids };
}
