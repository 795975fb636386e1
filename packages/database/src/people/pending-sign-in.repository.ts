import type { Instant, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Sign-ins that have a password and wait for the second factor, by the hash of what the browser holds. */
export class PendingSignInRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Those that have run out go with each new one. */
  async add(pending: {
    tokenHash: Buffer;
    person: PersonId;
    tries: number;
    now: Instant;
    expiresAt: Instant;
  }): Promise<void> {
    await this.manager.query('delete from pending_sign_ins where expires_at <= $1', [pending.now]);
    await this.manager.query(
      'insert into pending_sign_ins (token_hash, person_id, tries_left, expires_at) values ($1, $2, $3, $4)',
      [pending.tokenHash, pending.person, pending.tries, pending.expiresAt],
    );
  }

  /** Whose it is, for one try less; held until the transaction ends. Null when it has run out or been tried too often. */
  async takeTry(tokenHash: Buffer, now: Instant): Promise<PersonId | null> {
    const [taken] = await this.manager.query<[{ person: PersonId }[], number]>(
      `update pending_sign_ins set tries_left = tries_left - 1
       where token_hash = $1 and expires_at > $2 and tries_left > 0 returning person_id as person`,
      [tokenHash, now],
    );
    return taken[0]?.person ?? null;
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.manager.query('delete from pending_sign_ins where token_hash = $1', [tokenHash]);
  }
}
