import pg from 'pg';

export interface WatchedStatements {
  /** Every statement this process has sent since, one a round trip; those of the job queues left out. */
  readonly sent: readonly string[];
  /** Those of the job queues. */
  readonly ofJobs: readonly string[];
  stop(): void;
}

/** Watches what this process sends to PostgreSQL, below whatever builds the statements. */
export function watchStatements(): WatchedStatements {
  const sent: string[] = [];
  const ofJobs: string[] = [];
  const { prototype } = pg.Client;
  const original = Reflect.get(prototype, 'query') as (...given: unknown[]) => unknown;
  const watching = function (this: pg.Client, ...given: unknown[]) {
    const [statement] = given;
    const text = typeof statement === 'string' ? statement : (statement as { text?: unknown } | undefined)?.text;
    if (typeof text === 'string') (text.includes('pgboss') ? ofJobs : sent).push(text.trim());
    return Reflect.apply(original, this, given);
  };
  Reflect.set(prototype, 'query', watching);
  return { sent, ofJobs, stop: () => void Reflect.set(prototype, 'query', original) };
}
