import type { Instant, PersonId } from '@journeybook/domain';
import { sessionIdleMinutes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

const isOpen = (now: string) =>
  `expires_at > ${now} and last_used_at > ${now}::timestamptz - interval '${sessionIdleMinutes} minutes'`;

/** A session as its person sees it. */
export interface KeptSession {
  readonly id: string;
  readonly device: string;
  readonly since: Instant;
  readonly lastUsedAt: Instant;
  readonly isCurrent: boolean;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly person: PersonId;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** What it was opened on, in words; empty when that is not known. */
  readonly device?: string;
  /** When its person proved who they are, if not just now; null when that is not known. */
  readonly provenAt?: Instant | null;
}

/** Portal sessions, by the hash of their token: who reads the table cannot sign in with it. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  async add({ tokenHash, person, at, expiresAt, device = '', provenAt = at }: NewSession): Promise<void> {
    await this.manager.query(
      'insert into sessions (token_hash, person_id, created_at, expires_at, last_used_at, proven_at, device) values ($1, $2, $3, $4, $3, $5, $6)',
      [tokenHash, person, at, expiresAt, provenAt, device],
    );
  }

  async end(tokenHash: Buffer): Promise<void> {
    await this.manager.query('delete from sessions where token_hash = $1', [tokenHash]);
  }

  /** Ends those that ran out, and those that nobody has used since. */
  async endExpired(now: Instant): Promise<void> {
    await this.manager.query(`delete from sessions where not (${isOpen('$1')})`, [now]);
  }

  /** Says that the session is in use. */
  async touch(tokenHash: Buffer, now: Instant): Promise<void> {
    await this.manager.query('update sessions set last_used_at = greatest(last_used_at, $2) where token_hash = $1', [
      tokenHash,
      now,
    ]);
  }

  /**
   * Gives a session another token, of which its person has just proven again who they are, and tells when it runs out. The token before
   * is no fresher for it, and opens what it opened until then. Null when it is over, or was replaced already.
   */
  async replace(
    tokenHash: Buffer,
    { by, now, until }: { readonly by: Buffer; readonly now: Instant; readonly until: Instant },
  ): Promise<Instant | null> {
    const [taken] = await this.manager.query<[unknown[], number]>(
      'update sessions set replaced = true where token_hash = $1 and expires_at > $2 and not replaced returning 1',
      [tokenHash, now],
    );
    if (taken.length === 0) return null;
    const [made] = await this.manager.query<{ expiresAt: Instant }[]>(
      `insert into sessions (token_hash, person_id, created_at, expires_at, last_used_at, proven_at, device)
       select $2, person_id, created_at, expires_at, $3, $3, device from sessions where token_hash = $1
       returning expires_at as "expiresAt"`,
      [tokenHash, by, now],
    );
    await this.manager.query('update sessions set expires_at = least(expires_at, $2) where token_hash = $1', [
      tokenHash,
      until,
    ]);
    return made?.expiresAt ?? null;
  }

  /** The sessions of a person that have not ended, the one last used first. */
  async list(person: PersonId, { current, now }: { current: Buffer; now: Instant }): Promise<readonly KeptSession[]> {
    return this.manager.query(
      `select id, device, created_at as since, last_used_at as "lastUsedAt", token_hash = $2 as "isCurrent" from sessions
       where person_id = $1 and not replaced and ${isOpen('$3')} order by token_hash = $2 desc, last_used_at desc, id`,
      [person, current, now],
    );
  }

  /** Where the person is signed in, as their own data say it. */
  async describe(person: PersonId): Promise<readonly Record<string, unknown>[]> {
    return this.manager.query(
      `select device, created_at as since, last_used_at as "lastUsedAt", expires_at as "expiresAt" from sessions
       where person_id = $1 and not replaced order by created_at`,
      [person],
    );
  }

  /** Ends one session of the person; false when there is none. */
  async endOne(person: PersonId, id: string): Promise<boolean> {
    const [ended] = await this.manager.query<[unknown[], number]>(
      'delete from sessions where person_id = $1 and id = $2 returning id',
      [person, id],
    );
    return ended.length > 0;
  }

  /** Ends all sessions of the person but one, all when none is given; and what was begun with the password before. */
  async endOthers(person: PersonId, but: Buffer | null): Promise<void> {
    await this.manager.query('delete from sessions where person_id = $1 and token_hash is distinct from $2', [
      person,
      but,
    ]);
    await this.manager.query('delete from pending_sign_ins where person_id = $1', [person]);
  }
}
