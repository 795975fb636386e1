import type { Instant } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** One thing that is attempted, by a hash of what it is, and when the count of it begins anew if it begins now. */
export interface CountedAttempt {
  readonly key: Buffer;
  readonly until: Instant;
}

export interface AttemptCount {
  /** Attempts so far, this one included. */
  readonly count: number;
  /** When it begins anew. */
  readonly until: Instant;
}

/** Counts of attempts, shared by every process. The table is not logged: a crash of the server forgets them, and costs nothing. */
export class AttemptRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Counts one more of each, in one statement; answers in the order asked. */
  async take(attempts: readonly CountedAttempt[], now: Instant): Promise<readonly AttemptCount[]> {
    const rows = await this.manager.query<(AttemptCount & { hex: string })[]>(
      // In the order of their keys, so that two who count the same things never wait for each other.
      `insert into attempts as a (key, count, until)
       select key, 1, until from unnest($1::bytea[], $2::timestamptz[]) as asked (key, until) order by key
       on conflict (key) do update set
         count = case when a.until <= $3 then 1 else a.count + 1 end,
         until = case when a.until <= $3 then excluded.until else a.until end
       returning encode(key, 'hex') as hex, count, until`,
      [attempts.map(({ key }) => key), attempts.map(({ until }) => until), now],
    );
    const counts = new Map(rows.map(({ hex, count, until }) => [hex, { count, until }]));
    return attempts.flatMap(({ key }) => counts.get(key.toString('hex')) ?? []);
  }

  /** Takes one back of each. */
  async giveBack(keys: readonly Buffer[]): Promise<void> {
    await this.manager.query(
      `with held as (select key from attempts where key = any($1) order by key for update)
       update attempts set count = greatest(count - 1, 0) where key in (select key from held)`,
      [keys],
    );
  }

  /** Forgets what is over. */
  async dropOver(now: Instant): Promise<void> {
    await this.manager.query('delete from attempts where until <= $1', [now]);
  }
}
