import type { Instant, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Somebody of whom a second step is asked, and who said who they are: we, by a password, or a provider, which may say when it asked. */
export interface PendingSignIn {
  readonly person: PersonId;
  readonly byProvider: boolean;
  /** Of a provider alone; null when it does not say. */
  readonly provenAt: Instant | null;
}

/** Sign-ins that have a password, or a provider's word, and wait for the second factor, by the hash of what the browser holds. */
export class PendingSignInRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Those that have run out go with each new one. */
  async add(
    { person, byProvider, provenAt }: PendingSignIn,
    { tokenHash, tries, now, expiresAt }: { tokenHash: Buffer; tries: number; now: Instant; expiresAt: Instant },
  ): Promise<void> {
    await this.manager.query('delete from pending_sign_ins where expires_at <= $1', [now]);
    await this.manager.query(
      `insert into pending_sign_ins (token_hash, person_id, tries_left, expires_at, by_provider, proven_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [tokenHash, person, tries, expiresAt, byProvider, provenAt],
    );
  }

  /** Whose it is, for one try less; held until the transaction ends. Null when it has run out or been tried too often. */
  async takeTry(tokenHash: Buffer, now: Instant): Promise<PendingSignIn | null> {
    const [taken] = await this.manager.query<[PendingSignIn[], number]>(
      `update pending_sign_ins set tries_left = tries_left - 1
       where token_hash = $1 and expires_at > $2 and tries_left > 0
       returning person_id as person, by_provider as "byProvider", proven_at as "provenAt"`,
      [tokenHash, now],
    );
    return taken[0] ?? null;
  }

  async remove(tokenHash: Buffer): Promise<void> {
    await this.manager.query('delete from pending_sign_ins where token_hash = $1', [tokenHash]);
  }
}
