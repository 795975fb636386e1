import type { EntityManager } from 'typeorm';

/** A key the tool signs with; the private part is sealed before it comes here. */
export interface StoredToolKey {
  readonly kid: string;
  readonly publicJwk: Record<string, unknown>;
  readonly privateSealed: string;
  readonly notBefore: Date;
}

export class ToolKeyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The keys that are not retired, oldest first. */
  async list(): Promise<StoredToolKey[]> {
    const rows = await this.manager.query(
      `select kid, public_jwk as "publicJwk", private_sealed as "privateSealed", not_before as "notBefore"
       from lti.tool_keys where retire_at is null or retire_at > now() order by not_before, kid`,
    );
    return rows.map((row: StoredToolKey) => ({ ...row, notBefore: new Date(row.notBefore) }));
  }

  async add(key: StoredToolKey): Promise<void> {
    await this.manager.query(
      'insert into lti.tool_keys (kid, public_jwk, private_sealed, not_before) values ($1, $2, $3, $4)',
      [key.kid, JSON.stringify(key.publicJwk), key.privateSealed, key.notBefore],
    );
  }
}
