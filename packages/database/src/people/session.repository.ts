import type { Instant, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Portal sessions, by the hash of their token: who reads the table cannot sign in with it. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(session: { tokenHash: Buffer; person: PersonId; at: Instant; expiresAt: Instant }): Promise<void> {
    await this.manager.query(
      'insert into sessions (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)',
      [session.tokenHash, session.person, session.at, session.expiresAt],
    );
  }

  async end(tokenHash: Buffer): Promise<void> {
    await this.manager.query('delete from sessions where token_hash = $1', [tokenHash]);
  }

  async endExpired(now: Instant): Promise<void> {
    await this.manager.query('delete from sessions where expires_at <= $1', [now]);
  }
}
