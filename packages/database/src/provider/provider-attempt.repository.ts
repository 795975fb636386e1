import type { Instant, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** A way to a provider that somebody is on. */
export interface ProviderAttempt {
  readonly organization: OrganizationId;
  /** Of the provider, when it began: one that was changed meanwhile answers nothing. */
  readonly edition: number;
  readonly purpose: 'sign-in' | 'connect' | 'test';
  /** Who connects their account, or tests it; null when somebody signs in. */
  readonly person: PersonId | null;
  /** What only we know of it, sealed. */
  readonly sealed: string;
}

/** Ways to providers that are underway, by the hash of their state and of the browser they began in. */
export class ProviderAttemptRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(
    attempt: ProviderAttempt,
    { stateHash, browserHash, expiresAt }: { stateHash: Buffer; browserHash: Buffer; expiresAt: Instant },
  ): Promise<void> {
    const { organization, edition, purpose, person, sealed } = attempt;
    await this.manager.query(
      `insert into provider_attempts
         (state_hash, browser_hash, organization_id, edition, purpose, person_id, sealed, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [stateHash, browserHash, organization, edition, purpose, person, sealed, expiresAt],
    );
  }

  /** Takes the attempt away and tells what it was; null when it is over, was used, or began in another browser. */
  async take(stateHash: Buffer, browserHash: Buffer, now: Instant): Promise<ProviderAttempt | null> {
    const [rows] = await this.manager.query<[ProviderAttempt[], number]>(
      `delete from provider_attempts where state_hash = $1 and browser_hash = $2 and expires_at > $3
       returning organization_id as organization, edition, purpose, person_id as person, sealed`,
      [stateHash, browserHash, now],
    );
    return rows[0] ?? null;
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.manager.query('delete from provider_attempts where expires_at <= $1', [now]);
  }
}
