import type { Instant, OrganizationId, PersonId, SecondFactorPolicy } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** What organisations ask of those who hold a role there. */
export class SecondFactorPolicyRepository {
  constructor(private readonly manager: EntityManager) {}

  async list(organizations: readonly OrganizationId[]): Promise<readonly SecondFactorPolicy[]> {
    return this.manager.query(
      `select organization_id as organization, roles, required_from as "requiredFrom"
       from second_factor_policies where organization_id = any($1)`,
      [organizations],
    );
  }

  /** What the organisation asks; held until the transaction ends, also while it asks nothing. */
  async lock(organization: OrganizationId): Promise<SecondFactorPolicy | null> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('second factor ' || $1, 0))`, [
      organization,
    ]);
    const [policy] = await this.list([organization]);
    return policy ?? null;
  }

  /** Keeps what is asked; without a role, nothing is. */
  async save(
    { organization, roles, requiredFrom }: SecondFactorPolicy,
    by: { person: PersonId; at: Instant },
  ): Promise<void> {
    if (roles.length === 0) {
      await this.manager.query('delete from second_factor_policies where organization_id = $1', [organization]);
      return;
    }
    await this.manager.query(
      `insert into second_factor_policies (organization_id, roles, required_from, set_by, set_at)
       values ($1, $2, $3, $4, $5)
       on conflict (organization_id) do update set roles = excluded.roles, required_from = excluded.required_from,
         set_by = excluded.set_by, set_at = excluded.set_at`,
      [organization, roles, requiredFrom, by.person, by.at],
    );
  }
}
