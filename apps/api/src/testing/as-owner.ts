import type { Database } from '@journeybook/database';

/** Runs one statement with the rights of the database's owner, for what the API itself may not do. */
export const asOwner = <Row>(database: Database, sql: string, values: unknown[] = []): Promise<Row[]> =>
  database.transaction(async ({ runSql }) => (await runSql(sql, values)) as Row[]);
