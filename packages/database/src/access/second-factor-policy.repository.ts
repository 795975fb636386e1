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

  /** Keeps what is asked; without a role, nothing is. */
  async save(
    { organization, roles, requiredFrom }: SecondFactorPolicy,
    by: { person: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query('delete from second_factor_policies where organization_id = $1', [organization]);
    if (roles.length === 0) return;
    await this.manager.query(
      `insert into second_factor_policies (organization_id, roles, required_from, set_by, set_at)
       values ($1, $2, $3, $4, $5)`,
      [organization, roles, requiredFrom, by.person, by.at],
    );
  }
}
