import type { AddressFacts, Instant, LmsIdentityId, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { concern } from '../audit/trail.js';
import { newId } from '../new-id.js';
import { MembershipRow, OrganizationRow, PartnershipRow, PersonRow } from './person.entity.js';

/** Somebody who can sign in: the hash is for comparing, never for showing. */
export interface Account {
  readonly id: PersonId;
  readonly passwordHash: string;
}

/** Somebody as an agreement names them. */
export type PersonDetails = Pick<PersonRow, 'name' | 'email' | 'studentNumber'>;

/** People, the organisations they belong to, and which organisations work together. */
export class PeopleRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(people: readonly PersonRow[]): Promise<void> {
    await this.manager.insert(PersonRow, [...people]);
  }

  /** The person with that e-mail address, as they are known, or a new one; two who come with one address at once make one person. */
  async ensure({ id, name, email, studentNumber }: PersonDetails & { id: PersonId }): Promise<PersonId> {
    const [row] = await this.manager.query<{ person: PersonId | null }[]>(
      'select reach.ensure_person($1, $2, $3, $4) as person',
      [id, name, email, studentNumber],
    );
    if (!row?.person) throw new Error('a person was neither added nor there');
    return row.person;
  }

  /** Holds a person until the transaction ends: what is decided about all their agreements is decided one after the other. */
  async hold(id: PersonId): Promise<void> {
    await this.manager.query('select from people where id = $1 for no key update', [id]);
  }

  /** Holds an organisation until the transaction ends, for what is made once for it. */
  async holdOrganization(id: OrganizationId): Promise<void> {
    await this.manager.query('select from organizations where id = $1 for no key update', [id]);
  }

  async findDetails(id: PersonId): Promise<PersonDetails | null> {
    const row = await this.manager.findOneBy(PersonRow, { id });
    return row && { name: row.name, email: row.email, studentNumber: row.studentNumber };
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

  /** Gives somebody a sign-in: the address, as it was proven, the name they go by, and the hash of a password. */
  async saveAccount(id: PersonId, account: { name: string; email: string; passwordHash: string }): Promise<void> {
    await this.manager.query('update people set name = $2, email = $3, password_hash = $4 where id = $1', [
      id,
      account.name,
      account.email,
      account.passwordHash,
    ]);
  }

  async savePassword(id: PersonId, passwordHash: string): Promise<void> {
    await this.manager.query('update people set password_hash = $2 where id = $1', [id, passwordHash]);
  }

  async saveSignedIn(id: PersonId, at: Instant): Promise<void> {
    await this.manager.query('update people set last_signed_in_at = $2 where id = $1', [id, at]);
  }

  /** The hash of a person's password; null when they have none. */
  async findPasswordHash(id: PersonId): Promise<string | null> {
    const [row] = await this.manager.query<{ hash: string | null }[]>(
      'select password_hash as hash from people where id = $1',
      [id],
    );
    return row?.hash ?? null;
  }

  /** Whether somebody has a sign-in of their own. */
  async hasSignIn(id: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ has: boolean }[]>('select has_sign_in as has from people where id = $1', [
      id,
    ]);
    return row?.has ?? false;
  }

  /** Whose the address is, and whether they can sign in with it. */
  async findAddress(email: string): Promise<AddressFacts> {
    const [row] = await this.manager.query<AddressFacts[]>(
      `select p.id as person, p.password_hash is not null
         or exists (select from provider_links l where l.person_id = p.id) as "hasSignIn"
       from people p where lower(p.email) = lower($1)`,
      [email],
    );
    return row ?? { person: null, hasSignIn: false };
  }

  /** The account with that e-mail address, whatever its capitals; null when nobody can sign in with it. */
  async findAccount(email: string): Promise<Account | null> {
    const [row] = await this.manager.query<{ id: PersonId; passwordHash: string }[]>(
      'select id, password_hash as "passwordHash" from people where lower(email) = lower($1) and password_hash is not null',
      [email],
    );
    return row ?? null;
  }

  /**
   * The person behind an identity of a learning platform. An instructor who acts for the first time becomes a person under the
   * name the platform gave, linked by their own launch: whoever answers for a credit must be somebody.
   */
  async behind(identity: LmsIdentityId, at: Instant): Promise<PersonId> {
    const person = await this.personBehind(identity, at);
    concern(this.manager, { person });
    return person;
  }

  private async personBehind(identity: LmsIdentityId, at: Instant): Promise<PersonId> {
    const known = await this.linked(identity);
    if (known.person) return known.person;
    // The lock first and then another look: a statement that waited for a lock goes on with what it saw before.
    await this.manager.query('select from lms_identities where id = $1 for update', [identity]);
    const { person: meanwhile, name, subject } = await this.linked(identity);
    if (meanwhile) return meanwhile;
    const person = newId<PersonId>();
    await this.manager.query('insert into people (id, name, created_at) values ($1, $2, $3)', [
      person,
      name?.trim() || `Instructor ${subject}`.slice(0, 300),
      at,
    ]);
    await this.manager.query(
      `insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at)
       values ($1, $2, $3, 'own-launch', $3, $4)`,
      [newId(), identity, person, at],
    );
    return person;
  }

  private async linked(identity: LmsIdentityId) {
    const [known] = await this.manager.query<{ person: PersonId | null; name: string | null; subject: string }[]>(
      `select l.person_id as person, i.name, i.subject from lms_identities i
       left join person_links l on l.identity_id = i.id and l.revoked_at is null where i.id = $1`,
      [identity],
    );
    if (!known) throw new Error(`no identity ${identity}`);
    return known;
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.manager.existsBy(OrganizationRow, {}));
  }

  /** The college of that name, whatever its capitals; null when there is none. */
  async findCollege(name: string): Promise<OrganizationId | null> {
    const [row] = await this.manager.query<{ id: OrganizationId }[]>(
      `select id from organizations where kind = 'college' and lower(name) = lower($1)`,
      [name],
    );
    return row?.id ?? null;
  }

  /** Employers and colleges that take part in a sponsor's program, by name. */
  async listPartners(sponsor: OrganizationId): Promise<readonly OrganizationRow[]> {
    return this.manager.query(
      `select o.id, o.kind, o.name from partnerships p join organizations o on o.id = p.organization_id
       where p.sponsor_id = $1 order by o.name, o.id`,
      [sponsor],
    );
  }

  /** Colleges that these sponsors work with, and these themselves, by name. */
  async listColleges(
    sponsors: readonly OrganizationId[],
    own: readonly OrganizationId[],
  ): Promise<readonly { id: OrganizationId; name: string }[]> {
    return this.manager.query(
      `select o.id, o.name from organizations o where o.kind = 'college' and (o.id = any($2)
         or exists (select from partnerships p where p.organization_id = o.id and p.sponsor_id = any($1)))
       order by o.name, o.id`,
      [sponsors, own],
    );
  }

  /** Sponsors that an organisation works with, itself when it is one. */
  async listSponsorsOf(organization: OrganizationId): Promise<readonly OrganizationId[]> {
    const rows = await this.manager.query<{ id: OrganizationId }[]>(
      `select sponsor_id as id from partnerships where organization_id = $1
       union select id from organizations where id = $1 and kind = 'sponsor'`,
      [organization],
    );
    return rows.map((row) => row.id);
  }

  async find(id: PersonId): Promise<{ readonly id: PersonId; readonly name: string } | null> {
    const row = await this.manager.findOneBy(PersonRow, { id });
    return row && { id: row.id as PersonId, name: row.name };
  }

  /** The names of people, by id. */
  async namesOf(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, { id: PersonId; name: string }>> {
    const rows = await this.manager.query<{ id: PersonId; name: string }[]>(
      'select id, name from people where id = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The names of organisations, by id. */
  async organizationsOf(
    ids: readonly OrganizationId[],
  ): Promise<ReadonlyMap<OrganizationId, { id: OrganizationId; name: string }>> {
    const rows = await this.manager.query<{ id: OrganizationId; name: string }[]>(
      'select id, name from organizations where id = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The person with that e-mail address, whatever its capitals and whoever they are to the one who asks; null when there is none. */
  async findByEmail(email: string): Promise<PersonId | null> {
    const [row] = await this.manager.query<{ id: PersonId | null }[]>('select reach.person_at($1) as id', [email]);
    return row?.id ?? null;
  }

  async listSponsors(): Promise<readonly OrganizationId[]> {
    const rows = await this.manager.findBy(OrganizationRow, { kind: 'sponsor' });
    return rows.map((row) => row.id as OrganizationId);
  }

  async findOrganization(id: OrganizationId): Promise<OrganizationRow | null> {
    return this.manager.findOneBy(OrganizationRow, { id });
  }
}
