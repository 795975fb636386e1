import type { OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { MembershipRow, OrganizationRow, PartnershipRow, PersonRow } from './person.entity.js';

/** Somebody who can sign in: the hash is for comparing, never for showing. */
export interface Account {
  readonly id: PersonId;
  readonly passwordHash: string;
}

/** People, the organisations they belong to, and which organisations work together. */
export class PeopleRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(people: readonly PersonRow[]): Promise<void> {
    await this.manager.insert(PersonRow, [...people]);
  }

  async addOrganizations(organizations: readonly OrganizationRow[]): Promise<void> {
    await this.manager.insert(OrganizationRow, [...organizations]);
  }

  async addPartnerships(partnerships: readonly PartnershipRow[]): Promise<void> {
    await this.manager.insert(PartnershipRow, [...partnerships]);
  }

  async addMemberships(memberships: readonly MembershipRow[]): Promise<void> {
    await this.manager.insert(MembershipRow, [...memberships]);
  }

  /** The account with that e-mail address, whatever its capitals; null when nobody can sign in with it. */
  async findAccount(email: string): Promise<Account | null> {
    const [row] = await this.manager.query<{ id: PersonId; passwordHash: string }[]>(
      'select id, password_hash as "passwordHash" from people where lower(email) = lower($1) and password_hash is not null',
      [email],
    );
    return row ?? null;
  }

  async nameOf(id: PersonId): Promise<string> {
    const row = await this.manager.findOneByOrFail(PersonRow, { id });
    return row.name;
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.manager.existsBy(OrganizationRow, {}));
  }

  async findOrganization(id: OrganizationId): Promise<OrganizationRow | null> {
    return this.manager.findOneBy(OrganizationRow, { id });
  }
}
