import type { CodeTries, Instant, PersonId, SecondFactors } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** The authenticator app of somebody: its secret as it is sealed, and the last time step that let in. */
export interface KeptAuthenticator {
  readonly sealedSecret: string;
  readonly since: Instant;
  readonly lastUsedStep: number;
}

/** Recovery codes of somebody, each by its hash under one salt. */
export interface KeptRecoveryCodes {
  readonly salt: Buffer;
  readonly unused: readonly Buffer[];
}

/** What somebody proves beside the password who they are with, but for passkeys. */
export class SecondFactorRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What somebody has now. */
  async find(person: PersonId): Promise<SecondFactors> {
    const [row] = await this.manager.query<SecondFactors[]>(
      `select exists (select from authenticators where person_id = $1) as authenticator,
         (select count(*)::int from passkeys where person_id = $1) as passkeys`,
      [person],
    );
    return row ?? { authenticator: false, passkeys: 0 };
  }

  /** Who of these people has a second factor. */
  async listThoseWith(people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
    const rows = await this.manager.query<{ person: PersonId }[]>(
      `select person_id as person from authenticators where person_id = any($1)
       union select person_id from passkeys where person_id = any($1)`,
      [people],
    );
    return new Set(rows.map((row) => row.person));
  }

  async findAuthenticator(person: PersonId): Promise<KeptAuthenticator | null> {
    const [row] = await this.manager.query<KeptAuthenticator[]>(
      `select sealed_secret as "sealedSecret", since, last_used_step as "lastUsedStep"
       from authenticators where person_id = $1`,
      [person],
    );
    return row ?? null;
  }

  /** Another secret takes the place of the one before. */
  async saveAuthenticator(person: PersonId, { sealedSecret, since, lastUsedStep }: KeptAuthenticator): Promise<void> {
    await this.manager.query(
      `insert into authenticators (person_id, sealed_secret, since, last_used_step) values ($1, $2, $3, $4)
       on conflict (person_id) do update set sealed_secret = $2, since = $3, last_used_step = $4`,
      [person, sealedSecret, since, lastUsedStep],
    );
  }

  async saveUsedStep(person: PersonId, step: number): Promise<void> {
    await this.manager.query('update authenticators set last_used_step = $2 where person_id = $1', [person, step]);
  }

  async removeAuthenticator(person: PersonId): Promise<void> {
    await this.manager.query('delete from authenticators where person_id = $1', [person]);
  }

  /** A secret that was shown and waits for its first code; the newest takes the place of the one before. */
  async putSetup(person: PersonId, setup: { sealedSecret: string; expiresAt: Instant }): Promise<void> {
    await this.manager.query(
      `insert into authenticator_setups (person_id, sealed_secret, expires_at) values ($1, $2, $3)
       on conflict (person_id) do update set sealed_secret = $2, expires_at = $3`,
      [person, setup.sealedSecret, setup.expiresAt],
    );
  }

  async findSetup(person: PersonId, now: Instant): Promise<string | null> {
    const [row] = await this.manager.query<{ sealedSecret: string }[]>(
      'select sealed_secret as "sealedSecret" from authenticator_setups where person_id = $1 and expires_at > $2',
      [person, now],
    );
    return row?.sealedSecret ?? null;
  }

  async removeSetup(person: PersonId): Promise<void> {
    await this.manager.query('delete from authenticator_setups where person_id = $1', [person]);
  }

  async findTries(person: PersonId): Promise<CodeTries> {
    const [row] = await this.manager.query<CodeTries[]>(
      'select wrong, locked_at as "lockedAt" from code_tries where person_id = $1',
      [person],
    );
    return row ?? { wrong: 0, lockedAt: null };
  }

  async saveTries(person: PersonId, { wrong, lockedAt }: CodeTries): Promise<void> {
    if (wrong === 0) return void (await this.manager.query('delete from code_tries where person_id = $1', [person]));
    await this.manager.query(
      `insert into code_tries (person_id, wrong, locked_at) values ($1, $2, $3)
       on conflict (person_id) do update set wrong = $2, locked_at = $3`,
      [person, wrong, lockedAt],
    );
  }

  async findRecoveryCodes(person: PersonId): Promise<KeptRecoveryCodes | null> {
    const rows = await this.manager.query<{ salt: Buffer; hash: Buffer; used: boolean }[]>(
      'select salt, code_hash as hash, used_at is not null as used from recovery_codes where person_id = $1',
      [person],
    );
    const [first] = rows;
    return first ? { salt: first.salt, unused: rows.filter(({ used }) => !used).map(({ hash }) => hash) } : null;
  }

  async countRecoveryCodes(person: PersonId): Promise<number> {
    const [row] = await this.manager.query<{ left: number }[]>(
      'select count(*)::int as left from recovery_codes where person_id = $1 and used_at is null',
      [person],
    );
    return row?.left ?? 0;
  }

  /** New codes; those before let nobody in any more. */
  async replaceRecoveryCodes(person: PersonId, salt: Buffer, hashes: readonly Buffer[]): Promise<void> {
    await this.removeRecoveryCodes(person);
    await this.manager.query(
      'insert into recovery_codes (person_id, salt, code_hash) select $1, $2, unnest($3::bytea[])',
      [person, salt, hashes],
    );
  }

  async saveRecoveryCodeUsed(person: PersonId, hash: Buffer, at: Instant): Promise<void> {
    await this.manager.query('update recovery_codes set used_at = $3 where person_id = $1 and code_hash = $2', [
      person,
      hash,
      at,
    ]);
  }

  async removeRecoveryCodes(person: PersonId): Promise<void> {
    await this.manager.query('delete from recovery_codes where person_id = $1', [person]);
  }

  /** Nothing but the password is left. */
  async removeAll(person: PersonId): Promise<void> {
    for (const table of ['authenticators', 'authenticator_setups', 'recovery_codes', 'passkeys', 'code_tries'])
      await this.manager.query(`delete from ${table} where person_id = $1`, [person]);
  }
}
