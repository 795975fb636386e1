import { DataSource } from 'typeorm';

/** Every row of the LTI tool's tables as text, by table: for tests that have to show that nothing was left behind. */
export async function readEveryLtiRow(url: string): Promise<Record<string, string[]>> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    const tables = await source.query(
      `select table_name as name from information_schema.tables where table_schema = 'lti'`,
    );
    const contents: Record<string, string[]> = {};
    for (const { name } of tables as { name: string }[]) {
      const rows = await source.query(`select row_to_json(t)::text as row from lti."${name}" t`);
      contents[name] = rows.map(({ row }: { row: string }) => row);
    }
    return contents;
  } finally {
    await source.destroy();
  }
}
