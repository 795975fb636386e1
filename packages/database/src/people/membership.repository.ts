import type {
  CalendarDate,
  Instant,
  MemberRole,
  Membership,
  MembershipId,
  OrganizationId,
  OrganizationKind,
  PersonId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Somebody who holds a role in an organisation today. */
export interface Member {
  readonly membership: MembershipId;
  readonly organization: OrganizationId;
  readonly role: MemberRole;
  readonly since: CalendarDate;
  /** The last day; null while none is known. */
  readonly until: CalendarDate | null;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly lastSignedInAt: Instant | null;
}

/** An organisation with who runs it. */
export interface RunOrganization {
  readonly id: OrganizationId;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly sponsors: readonly OrganizationId[];
  readonly administrators: number;
}

const heldOn = (date: string) =>
  `m.ended_at is null and m.from_on <= ${date}::date and (m.until_on is null or m.until_on >= ${date}::date)`;

/** Who holds which role where. */
export class MembershipRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Everybody who holds a role in these organisations on the day, by name. */
  async list(organizations: readonly OrganizationId[], on: CalendarDate): Promise<readonly Member[]> {
    return this.manager.query(
      `select m.id as membership, m.organization_id as organization, m.role, to_char(m.from_on, 'YYYY-MM-DD') as since,
         to_char(m.until_on, 'YYYY-MM-DD') as until,
         p.id as person, p.name, p.email, p.last_signed_in_at as "lastSignedInAt"
       from memberships m join people p on p.id = m.person_id
       where m.organization_id = any($1) and ${heldOn('$2')} order by p.name, p.id, m.role`,
      [organizations, on],
    );
  }

  /** The organisations, with how many administrators each has on the day, by name. */
  async listOrganizations(ids: readonly OrganizationId[], on: CalendarDate): Promise<readonly RunOrganization[]> {
    return this.manager.query(
      `select o.id, o.kind, o.name,
         reach.sponsors_of(o.id) as sponsors,
         (select count(distinct m.person_id)::int from memberships m
          where m.organization_id = o.id and m.role = o.kind || '-admin' and ${heldOn('$2')}) as administrators
       from organizations o where o.id = any($1) order by o.name, o.id`,
      [ids, on],
    );
  }

  /** The organisation, held until the transaction ends: what is decided about its people is decided one after the other. */
  async holdOrganization(id: OrganizationId, on: CalendarDate): Promise<RunOrganization | null> {
    await this.manager.query('select from organizations where id = $1 for no key update', [id]);
    const [found] = await this.listOrganizations([id], on);
    return found ?? null;
  }

  /** Holds the roles of somebody until the transaction ends: none of them ends meanwhile. Waits for one that is being ended now. */
  async holdRolesOf(person: PersonId): Promise<void> {
    await this.manager.query('select reach.hold_roles($1)', [person]);
  }

  /** Whether whoever has the address holds the role there on the day. */
  async holdsRole(
    organization: OrganizationId,
    { email, role, on }: { email: string; role: MemberRole; on: CalendarDate },
  ): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from memberships m join people p on p.id = m.person_id
       where m.organization_id = $1 and m.role = $2 and lower(p.email) = lower($3) and ${heldOn('$4')} limit 1`,
      [organization, role, email, on],
    );
    return rows.length > 0;
  }

  async find(id: MembershipId, on: CalendarDate): Promise<Membership | null> {
    const [row] = await this.manager.query<Membership[]>(
      `select m.id, m.person_id as person, m.organization_id as organization, m.role, not (${heldOn('$2')}) as "isOver"
       from memberships m where m.id = $1`,
      [id, on],
    );
    return row ?? null;
  }

  /** Ends a role at an instant; the row stays, with who ended it. */
  async end(id: MembershipId, by: { person: PersonId; at: Instant; today: CalendarDate }): Promise<void> {
    await this.manager.query(
      `update memberships set ended_at = $2, ended_by = $3, until_on = greatest(from_on, least(until_on, $4::date)) where id = $1`,
      [id, by.at, by.person, by.today],
    );
  }

  /**
   * Ends the assignments of a mentor to whose apprentices no role binds them any more: those that began with yesterday (or today,
   * when they began today), and those to come not at all.
   */
  async endMentorships(person: PersonId, organization: OrganizationId, today: CalendarDate): Promise<void> {
    const left = `mentor_id = $1 and exists (
      select from apprenticeships a where a.id = mentorships.apprenticeship_id and $2 in (a.employer_id, a.sponsor_id)
        and not exists (select from memberships m where m.person_id = $1 and m.role = 'mentor'
          and m.organization_id in (a.employer_id, a.sponsor_id) and ${heldOn('$3')}))`;
    await this.manager.query(`delete from mentorships where ${left} and from_on > $3::date`, [
      person,
      organization,
      today,
    ]);
    await this.manager.query(
      `update mentorships set until_on = greatest(from_on, $3::date - 1)
       where ${left} and (until_on is null or until_on >= $3::date)`,
      [person, organization, today],
    );
  }
}
