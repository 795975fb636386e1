import type { ApprenticeshipId, Instant, OrganizationId, PersonId, VaultField } from '@journeybook/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { openDataSource } from '../data-source.js';
import { requestLimits } from '../time-limits.js';

/** An answer as it is kept: nothing can be read off it without the key. */
export interface SealedAnswer {
  readonly person: PersonId;
  readonly field: VaultField;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly sealedAt: Instant;
}

/** That somebody looked at counts, or took one person's answers out for the agency. */
export interface VaultAccess {
  readonly id: string;
  readonly kind: 'counts' | 'agency-export';
  /** Null of counts, which are about nobody. */
  readonly about: { readonly person: PersonId; readonly apprenticeship: ApprenticeshipId } | null;
  readonly organization: OrganizationId;
  readonly by: PersonId;
  readonly reason: string;
  readonly requestId: string;
  readonly at: Instant;
}

const columns = 'person_id as person, field, key_id as "keyId", sealed, sealed_at as "sealedAt"';

/** What the vault keeps, within one transaction or outside any. */
export class VaultTables {
  constructor(private readonly manager: EntityManager) {}

  async save({ person, field, keyId, sealed, sealedAt }: SealedAnswer): Promise<void> {
    await this.manager.query(
      `insert into vault.answers (person_id, field, key_id, sealed, sealed_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id, field) do update
         set key_id = excluded.key_id, sealed = excluded.sealed, sealed_at = excluded.sealed_at`,
      [person, field, keyId, sealed, sealedAt],
    );
  }

  /** One answer; held until the transaction ends, also while there is none. */
  async lock(person: PersonId, field: VaultField): Promise<SealedAnswer | null> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('answer ' || $1::text || $2::text, 0))`, [
      person,
      field,
    ]);
    const [row] = await this.list([person], [field]);
    return row ?? null;
  }

  /** Takes an answer away; nothing of it is left. */
  async remove(person: PersonId, field: VaultField): Promise<void> {
    await this.manager.query('delete from vault.answers where person_id = $1 and field = $2', [person, field]);
  }

  async removeAll(person: PersonId): Promise<void> {
    await this.manager.query('delete from vault.answers where person_id = $1', [person]);
  }

  /** The answers of these people, in no order; of all fields when none are named. */
  async list(
    people: readonly PersonId[],
    fields: readonly VaultField[] | null = null,
  ): Promise<readonly SealedAnswer[]> {
    return this.manager.query(
      `select ${columns} from vault.answers where person_id = any($1) and ($2::text[] is null or field = any($2))`,
      [people, fields],
    );
  }

  /** Some of the answers under other keys than this one, held until the transaction ends. */
  async lockOthers(keyId: string, most: number): Promise<readonly SealedAnswer[]> {
    return this.manager.query(
      `select ${columns} from vault.answers where key_id <> $1 order by person_id, field limit $2 for update`,
      [keyId, most],
    );
  }

  /** The keys that are needed to read everything. */
  async keyIds(): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      'select distinct key_id as id from vault.answers order by 1',
    );
    return rows.map((row) => row.id);
  }

  async addAccess({ id, kind, about, organization, by, reason, requestId, at }: VaultAccess): Promise<void> {
    await this.manager.query(
      `insert into vault.accesses (id, kind, person_id, apprenticeship_id, organization_id, accessed_by, role, reason, request_id,
         accessed_at) values ($1, $2, $3, $4, $5, $6, 'sponsor-admin', $7, $8, $9)`,
      [id, kind, about?.person ?? null, about?.apprenticeship ?? null, organization, by, reason, requestId, at],
    );
  }

  /** Who took the person's answers out, and who looked at counts of these sponsors; the latest first, at most 200. */
  async listAccesses(person: PersonId, sponsors: readonly OrganizationId[]): Promise<readonly VaultAccess[]> {
    return this.manager.query(
      `select id, kind, organization_id as organization, accessed_by as by, reason, request_id as "requestId", accessed_at as at,
         case when person_id is null then null
           else json_build_object('person', person_id, 'apprenticeship', apprenticeship_id) end as about
       from vault.accesses where person_id = $1 or (person_id is null and organization_id = any($2))
       order by accessed_at desc, id limit 200`,
      [person, sponsors],
    );
  }
}

/** The vault, under a role of its own that sees nothing else of the database; the API's other role sees nothing of the vault. */
export class Vault {
  readonly read: VaultTables;

  private constructor(private readonly source: DataSource) {
    this.read = new VaultTables(source.manager);
  }

  /** Opens a small pool. Throws when the database cannot be reached or was not migrated. */
  static async open(url: string): Promise<Vault> {
    return new Vault(await openDataSource({ url, poolSize: 2, limits: requestLimits }));
  }

  transaction<T>(work: (tables: VaultTables) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(new VaultTables(manager)));
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
