import type { Database } from '@journeybook/database';

interface Runner {
  query(...args: unknown[]): Promise<unknown>;
}

/** How many statements the database is sent while the work runs, by whomever in this process. */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  // Every statement goes through a runner of the source, which is nobody's business but this count's.
  const source = Reflect.get(database, 'source') as { createQueryRunner(...args: unknown[]): Runner };
  const create = source.createQueryRunner.bind(source);
  let count = 0;
  source.createQueryRunner = (...args) => {
    const runner = create(...args);
    const query = runner.query.bind(runner);
    runner.query = (...statement) => {
      count += 1;
      return query(...statement);
    };
    return runner;
  };
  try {
    await work();
    return count;
  } finally {
    Reflect.deleteProperty(source, 'createQueryRunner');
  }
}
