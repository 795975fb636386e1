import type {
  ApprenticeshipId,
  ApprenticeshipStatus,
  Instant,
  LmsIdentityId,
  OrganizationId,
  PersonId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';

/** A code that claims a record; the code itself is kept as its hash only. */
export interface ClaimCode {
  readonly id: string;
  readonly apprenticeship: ApprenticeshipId;
  readonly person: PersonId;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly status: ApprenticeshipStatus;
}

/** Codes with which learners claim their records, and how often somebody tried one. */
export class ClaimCodeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Gives a code; one that was given before and not used ends with it. */
  async give(code: {
    apprenticeship: ApprenticeshipId;
    codeHash: Buffer;
    by: PersonId;
    at: Instant;
    expiresAt: Instant;
  }): Promise<void> {
    await this.manager.query('delete from claim_codes where apprenticeship_id = $1 and used_at is null', [
      code.apprenticeship,
    ]);
    await this.manager.query(
      `insert into claim_codes (id, apprenticeship_id, code_hash, given_by, given_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(), code.apprenticeship, code.codeHash, code.by, code.at, code.expiresAt],
    );
  }

  /** The code that is kept as one of these hashes, if its apprentice is with a sponsor that works with this college, held until the transaction ends. */
  async lock(codeHashes: readonly Buffer[], college: OrganizationId): Promise<ClaimCode | null> {
    const [row] = await this.manager.query<ClaimCode[]>(
      `select c.id, a.id as apprenticeship, a.apprentice_id as person, c.expires_at as "expiresAt", c.used_at as "usedAt",
         a.status
       from claim_codes c
       join apprenticeships a on a.id = c.apprenticeship_id
       join partnerships w on w.sponsor_id = a.sponsor_id and w.organization_id = $2
       where c.code_hash = any($1) for no key update of c`,
      [codeHashes, college],
    );
    return row ?? null;
  }

  async use(id: string, by: LmsIdentityId, at: Instant): Promise<void> {
    await this.manager.query('update claim_codes set used_at = $3, used_by = $2 where id = $1', [id, by, at]);
  }

  /** Notes a try and answers how many there were in the hour before; tries of one learner come one after the other. */
  async countTry(identity: LmsIdentityId, at: Instant): Promise<number> {
    await this.manager.query('select from lms_identities where id = $1 for no key update', [identity]);
    await this.manager.query(`delete from claim_tries where tried_at <= $1::timestamptz - interval '1 hour'`, [at]);
    const [row] = await this.manager.query<{ tries: number }[]>(
      'select count(*)::int as tries from claim_tries where identity_id = $1',
      [identity],
    );
    await this.manager.query('insert into claim_tries (identity_id, tried_at) values ($1, $2)', [identity, at]);
    return row?.tries ?? 0;
  }
}
