import { setTimeout as wait } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';

/**
 * For handlers that throw, which is when the API or the database does not answer: tried again for about twelve days, at most an
 * hour apart, with jitter. A platform that does not answer is no failure of the job; it is put off (lti.md §7.4).
 */
const retrying = { retryLimit: 300, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 } as const;

/** A worker that was killed is missed after half a minute, and its job tried again. */
const watched = { heartbeatSeconds: 30, expireInSeconds: 900 } as const;

/** Every queue, made by the migration: the servers' roles may not make any. */
export const queues = {
  'read-roster': { policy: 'stately', ...retrying, ...watched },
  'read-results': { policy: 'stately', ...retrying, ...watched },
  'seed-results': { policy: 'stately', ...retrying, ...watched },
  'deliver-score': { policy: 'standard', ...retrying, ...watched },
  'subscribe-notices': { policy: 'stately', ...retrying, retryLimit: 5, ...watched },
  'check-platform': { policy: 'standard', ...retrying, retryLimit: 1 },
} as const;
export type QueueName = keyof typeof queues;

/** Runs SQL inside the caller's transaction, so that a job exists exactly when the decision that needs it does. */
export type RunSql = (text: string, values?: unknown[]) => Promise<unknown[]>;

/** What a handler answers when its work has to wait: the job is done again later, and that is no failure. */
export interface PutOff {
  readonly data: object;
  readonly inMilliseconds: number;
  readonly key?: string;
}

export interface SendOptions {
  readonly key?: string;
  readonly within?: RunSql;
  readonly inMilliseconds?: number;
}

export interface WorkOptions {
  readonly concurrency?: number;
}

export interface Jobs {
  /** Puts a job into a queue; with a key, one waiting job per key is kept (the newer one is dropped). */
  send(queue: QueueName, data: object, options?: SendOptions): Promise<void>;
  /** Puts several jobs into a queue by one statement. */
  sendAll(queue: QueueName, jobs: readonly object[], options: { within: RunSql }): Promise<void>;
  /** Works a queue, `concurrency` jobs at a time; a handler that throws or puts off is asked again later. */
  work(
    queue: QueueName,
    handler: (data: unknown) => Promise<PutOff | null | void>,
    options?: WorkOptions,
  ): Promise<void>;
  /** Takes no more jobs and finishes what is running, for at most five seconds; jobs can still be sent. */
  stopWorking(): Promise<void>;
  /** Stops working, gives back what could not be finished, and closes. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly url: string;
  /** Only one kind of server looks after retries and clean-up. */
  readonly supervise?: boolean;
  readonly onError?: (error: Error) => void;
}

/** Opens the job queues of the database (pg-boss). */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  return queuesOf(await startBoss(options));
}

async function startBoss({ url, supervise = false, onError }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise,
    // Whoever was killed is missed soon after their heartbeat stops, not a minute later.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    reindex: false,
  });
  boss.on('error', onError ?? (() => undefined));
  await boss.start();
  return boss;
}

function queuesOf(boss: PgBoss): Jobs {
  const send: Jobs['send'] = async (queue, data, { key, within, inMilliseconds = 0 } = {}) => {
    await boss.send(queue, data, {
      ...(key ? { singletonKey: key } : {}),
      ...(inMilliseconds > 0 ? { startAfter: new Date(Date.now() + inMilliseconds) } : {}),
      ...(within ? { db: { executeSql: async (text, values) => ({ rows: await within(text, values) }) } } : {}),
    });
  };
  const worked = new Set<QueueName>();
  let stopped: Promise<void> | null = null;
  const stopWorking = () => (stopped ??= finish(boss, [...worked]));
  return {
    send,
    async sendAll(queue, jobs, { within }) {
      if (jobs.length === 0) return;
      const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await within(text, values) }) };
      await boss.insert(
        queue,
        jobs.map((data) => ({ data })),
        { db },
      );
    },
    async work(queue, handler, { concurrency = 1 } = {}) {
      worked.add(queue);
      for (let worker = 0; worker < concurrency; worker += 1)
        await boss.work(queue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
          for (const job of jobs) {
            const later = await handler(job.data);
            // Sent before this one ends: whoever is killed in between leaves two jobs, and the second finds nothing to do.
            if (later) await send(queue, later.data, later);
          }
        });
    },
    stopWorking,
    async stop() {
      await stopWorking();
      await boss.stop({ graceful: true, timeout: 1_000 });
    },
  };
}

async function finish(boss: PgBoss, worked: readonly QueueName[]): Promise<void> {
  const finished = Promise.all(worked.map((queue) => boss.offWork(queue, { wait: true })));
  await Promise.race([finished, wait(5_000, undefined, { ref: false })]);
}

/** Makes or updates the queues' own schema; run by the migration, as the owner. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, { policy, ...options }] of Object.entries(queues)) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, { policy, ...options });
    }
  } finally {
    await boss.stop({ graceful: false, timeout: 1_000 });
  }
}
