import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** A request that may come again, by hashes: who sent it, under which key, and what it asked for. */
export interface RepeatableRequest {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

export interface KeptAnswer {
  readonly requestHash: Buffer;
  /** `committed` is carried out and not answered: it still runs, or its answer was lost. */
  readonly state: 'running' | 'committed' | 'answered';
  readonly status: number | null;
  readonly answer: string | null;
  readonly beganAt: Instant;
}

const storage = new AsyncLocalStorage<RepeatableRequest>();

/** Runs the work of a request that may come again: the first transaction in it that is kept says so, in the same breath. */
export const runRepeatable = <T>(request: RepeatableRequest, work: () => T): T => storage.run(request, work);

/** Whether the present request may come again. */
export const isRepeatable = (): boolean => storage.getStore() !== undefined;

/** What was asked for with which key, for a day. */
export class IdempotencyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Begins the request; answers what is known of an earlier one with this key, or null when this is the first. */
  async begin(
    { caller, key, requestHash }: RepeatableRequest,
    { at, expiresAt, abandonedAt }: { at: Instant; expiresAt: Instant; abandonedAt: Instant },
  ): Promise<KeptAnswer | null> {
    const begun = await this.manager.query<unknown[]>(
      // One that began long ago and was never committed died with its process, and did nothing.
      `insert into idempotency_keys as k (caller, key, request_hash, state, began_at, expires_at)
       values ($1, $2, $3, 'running', $4, $5)
       on conflict (caller, key) do update set request_hash = $3, state = 'running', status = null, answer = null,
         began_at = $4, expires_at = $5
       where k.expires_at <= $4 or (k.state = 'running' and k.began_at <= $6 and k.request_hash = $3)
       returning 1`,
      [caller, key, requestHash, at, expiresAt, abandonedAt],
    );
    if (begun.length > 0) return null;
    const [kept] = await this.manager.query<KeptAnswer[]>(
      `select request_hash as "requestHash", state, status, answer, began_at as "beganAt" from idempotency_keys where caller = $1 and key = $2`,
      [caller, key],
    );
    return kept ?? null;
  }

  /** Says within a transaction of the present request, if it may come again, that its work is done when this is kept. */
  async commit(): Promise<void> {
    const request = storage.getStore();
    if (!request) return;
    await this.manager.query('select reach.commit_request($1, $2)', [request.caller, request.key]);
  }

  async answered({ caller, key }: RepeatableRequest, status: number, answer: string): Promise<void> {
    await this.manager.query(
      `update idempotency_keys set state = 'answered', status = $3, answer = $4 where caller = $1 and key = $2`,
      [caller, key, status, answer],
    );
  }

  /** Forgets a request that did nothing; with `onlyUncommitted` one of which that is not certain stays. */
  async forget({ caller, key }: RepeatableRequest, { onlyUncommitted }: { onlyUncommitted: boolean }): Promise<void> {
    await this.manager.query(
      `delete from idempotency_keys where caller = $1 and key = $2 and (state = 'running' or not $3::boolean)`,
      [caller, key, onlyUncommitted],
    );
  }

  async dropExpired(now: Instant): Promise<void> {
    await this.manager.query('delete from idempotency_keys where expires_at <= $1', [now]);
  }
}
