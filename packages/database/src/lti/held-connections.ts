import { DataSource } from 'typeorm';

/** Looks at how many connections of a database are in use: for tests that have to show that whoever waits holds none. */
export interface HeldConnections {
  /** Connections in a statement or a transaction now, but for this one. */
  count(): Promise<number>;
  close(): Promise<void>;
}

export async function watchHeldConnections(url: string): Promise<HeldConnections> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  return {
    async count() {
      const [row] = await source.query(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
           and state <> 'idle'`,
      );
      return row.count;
    },
    close: () => source.destroy(),
  };
}
