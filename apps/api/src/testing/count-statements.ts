import type { Database } from '@journeybook/database';

interface Runner {
  query(...args: unknown[]): Promise<unknown>;
}

interface Source {
  createQueryRunner(...args: unknown[]): Runner;
}

/** How many statements the database is sent while the work runs, by whomever in this process. */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const sources = sourcesOf(database);
  for (const source of sources) countIn(source, () => (count += 1));
  try {
    await work();
    return count;
  } finally {
    for (const source of sources) Reflect.deleteProperty(source, 'createQueryRunner');
  }
}

// Every statement goes through a runner of a source, which is nobody's business but this count's.
const sourcesOf = (database: Database): readonly Source[] =>
  (['access', 'api', 'jobs'] as const).map((role) => (Reflect.get(database, role) as { source: Source }).source);

function countIn(source: Source, add: () => void): void {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (...args) => {
    const runner = create(...args);
    const query = runner.query.bind(runner);
    runner.query = (...statement) => {
      add();
      return query(...statement);
    };
    return runner;
  };
}
