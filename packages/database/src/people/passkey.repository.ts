import type { Instant, PasskeyId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** A passkey as it is kept: what it is found by, what it proves itself with, and how often it was used by its own count. */
export interface KeptPasskey {
  readonly id: PasskeyId;
  readonly person: PersonId;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** What a passkey is asked for: to sign in, to prove anew who one is, or to be added. */
export type PasskeyPurpose = 'sign-in' | 'fresh' | 'add';

const columns = `id, person_id as person, credential_id as "credentialId", public_key as "publicKey", counter, transports, name,
  created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** Passkeys, and the challenges they sign. */
export class PasskeyRepository {
  constructor(private readonly manager: EntityManager) {}

  async list(person: PersonId): Promise<readonly KeptPasskey[]> {
    return this.manager.query(`select ${columns} from passkeys where person_id = $1 order by created_at, id`, [person]);
  }

  /** The passkey, held until the transaction ends: its count goes up one use after the other. */
  async lock(credentialId: string): Promise<KeptPasskey | null> {
    const [row] = await this.manager.query<KeptPasskey[]>(
      `select ${columns} from passkeys where credential_id = $1 for update`,
      [credentialId],
    );
    return row ?? null;
  }

  /** Whose it is; null when nobody has it. */
  async ownerOf(credentialId: string): Promise<PersonId | null> {
    const sql = 'select person_id as person from passkeys where credential_id = $1';
    const [row] = await this.manager.query<{ person: PersonId }[]>(sql, [credentialId]);
    return row?.person ?? null;
  }

  async isKnown(credentialId: string): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from passkeys where credential_id = $1', [credentialId]);
    return rows.length > 0;
  }

  async add(passkey: Omit<KeptPasskey, 'lastUsedAt'>): Promise<void> {
    const { id, person, credentialId, publicKey, counter, transports, name, createdAt } = passkey;
    await this.manager.query(
      `insert into passkeys (id, person_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, person, credentialId, publicKey, counter, transports, name, createdAt],
    );
  }

  async saveUsed(id: PasskeyId, { counter, at }: { counter: number; at: Instant }): Promise<void> {
    await this.manager.query('update passkeys set counter = $2, last_used_at = $3 where id = $1', [id, counter, at]);
  }

  /** The name of a passkey of the person, held until the transaction ends; null when there is no such passkey. */
  async lockName(person: PersonId, id: PasskeyId): Promise<string | null> {
    const [row] = await this.manager.query<{ name: string }[]>(
      'select name from passkeys where person_id = $1 and id = $2 for update',
      [person, id],
    );
    return row?.name ?? null;
  }

  async rename(person: PersonId, id: PasskeyId, name: string): Promise<void> {
    await this.manager.query('update passkeys set name = $3 where person_id = $1 and id = $2', [person, id, name]);
  }

  /** The name of the one removed; null when the person has no such passkey. */
  async remove(person: PersonId, id: PasskeyId): Promise<string | null> {
    const [removed] = await this.manager.query<[{ name: string }[], number]>(
      'delete from passkeys where person_id = $1 and id = $2 returning name',
      [person, id],
    );
    return removed[0]?.name ?? null;
  }

  /** One challenge a browser and purpose, the newest; those that have run out go. */
  async putChallenge(
    holderHash: Buffer,
    {
      purpose,
      challenge,
      now,
      expiresAt,
    }: { purpose: PasskeyPurpose; challenge: string; now: Instant; expiresAt: Instant },
  ): Promise<void> {
    await this.manager.query('delete from passkey_challenges where expires_at <= $1', [now]);
    await this.manager.query(
      `insert into passkey_challenges (holder_hash, purpose, challenge, expires_at) values ($1, $2, $3, $4)
       on conflict (holder_hash, purpose) do update set challenge = $3, expires_at = $4`,
      [holderHash, purpose, challenge, expiresAt],
    );
  }

  /** The challenge of the browser, which is gone with that: it is signed once. Null when there is none or it has run out. */
  async takeChallenge(holderHash: Buffer, purpose: PasskeyPurpose, now: Instant): Promise<string | null> {
    const [taken] = await this.manager.query<[{ challenge: string; open: boolean }[], number]>(
      `delete from passkey_challenges where holder_hash = $1 and purpose = $2
       returning challenge, expires_at > $3 as open`,
      [holderHash, purpose, now],
    );
    const [row] = taken;
    return row?.open ? row.challenge : null;
  }
}
