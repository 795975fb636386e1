import type { Instant, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Links to choose a new password, one a person, by the hash of their token. */
export class PasswordResetRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The newest link is the only one that opens. */
  async put(reset: { tokenHash: Buffer; person: PersonId; at: Instant; expiresAt: Instant }): Promise<void> {
    await this.manager.query(
      `insert into password_resets (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)
       on conflict (person_id) do update set token_hash = $1, created_at = $3, expires_at = $4`,
      [reset.tokenHash, reset.person, reset.at, reset.expiresAt],
    );
  }

  /** Whose link it is, held until the transaction ends; null when it has run out or was used. */
  async lock(tokenHash: Buffer, now: Instant): Promise<PersonId | null> {
    const [row] = await this.manager.query<{ person: PersonId }[]>(
      'select person_id as person from password_resets where token_hash = $1 and expires_at > $2 for update',
      [tokenHash, now],
    );
    return row?.person ?? null;
  }

  async remove(person: PersonId): Promise<void> {
    await this.manager.query('delete from password_resets where person_id = $1', [person]);
  }
}
