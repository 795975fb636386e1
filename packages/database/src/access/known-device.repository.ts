import type { Instant, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Browsers in which somebody has signed in before, by the hash of a token of theirs; several people may share one. */
export class KnownDeviceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whether whoever has this address signed in there before. */
  async isKnown(tokenHash: Buffer, email: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from known_devices d join people p on p.id = d.person_id
       where d.token_hash = $1 and lower(p.email) = lower($2)`,
      [tokenHash, email.trim()],
    );
    return rows.length > 0;
  }

  /** Whether the token is one of ours that somebody has been given. */
  async isThere(tokenHash: Buffer): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from known_devices where token_hash = $1 limit 1', [
      tokenHash,
    ]);
    return rows.length > 0;
  }

  async keep(tokenHash: Buffer, person: PersonId, now: Instant): Promise<void> {
    await this.manager.query(
      `insert into known_devices (token_hash, person_id, last_used_at) values ($1, $2, $3)
       on conflict (token_hash, person_id) do update set last_used_at = $3`,
      [tokenHash, person, now],
    );
  }

  /** Forgets those that nobody has used since. */
  async forgetUnused(since: Instant): Promise<void> {
    await this.manager.query('delete from known_devices where last_used_at < $1', [since]);
  }
}
