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

  /** The keys that are not retired at that moment, oldest first. */
  async list(at: Date): Promise<StoredToolKey[]> {
    const rows = await this.manager.query(
      `select kid, public_jwk as "publicJwk", private_sealed as "privateSealed", not_before as "notBefore"
       from lti.tool_keys where retire_at is null or retire_at > $1 order by not_before, kid`,
      [at],
    );
    return rows.map((row: StoredToolKey) => ({ ...row, notBefore: new Date(row.notBefore) }));
  }

  /** Adds a key and says until when those before it stay published, in one statement. */
  async succeed(key: StoredToolKey, retireOthersAt: Date): Promise<void> {
    await this.manager.query(
      `with others as (update lti.tool_keys set retire_at = $5 where retire_at is null)
       insert into lti.tool_keys (kid, public_jwk, private_sealed, not_before) values ($1, $2, $3, $4)`,
      [key.kid, JSON.stringify(key.publicJwk), key.privateSealed, key.notBefore, retireOthersAt],
    );
  }

  /** Removes the keys that were retired by then: nobody signs with them and nobody is asked to trust them. */
  async deleteRetired(at: Date): Promise<void> {
    await this.manager.query('delete from lti.tool_keys where retire_at <= $1', [at]);
  }
}
