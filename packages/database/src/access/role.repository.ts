import type { CalendarDate, Instant, OrganizationId, PersonId, Role } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly organization: { readonly id: OrganizationId; readonly name: string };
  }[];
}

/** A membership ends with its last day; being an apprentice is a role at the employer of each agreement. */
const person = `
  select p.id, p.name, coalesce(p.email, '') as email,
    coalesce((
      select json_agg(json_build_object('role', held.role, 'organization', json_build_object('id', o.id, 'name', o.name))
        order by held.role, o.name)
      from (
        select role, organization_id from memberships
          where person_id = p.id and from_on <= $2::date and (until_on is null or until_on >= $2::date)
        union
        select 'apprentice', employer_id from apprenticeships where apprentice_id = p.id
      ) held join organizations o on o.id = held.organization_id
    ), '[]') as roles
  from people p`;

/** The person of a session: $1 the token's hash, $2 today, $3 now. */
export const personOfSession = `${person} join sessions s on s.person_id = p.id where s.token_hash = $1 and s.expires_at > $3`;

/** Who a person is now. */
export class RoleRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The person of a session that has not ended, with the roles held today. */
  async findBySession(tokenHash: Buffer, now: Instant, today: CalendarDate): Promise<KnownPerson | null> {
    const [row] = await this.manager.query<KnownPerson[]>(personOfSession, [tokenHash, today, now]);
    return row ?? null;
  }

  async find(id: PersonId, today: CalendarDate): Promise<KnownPerson | null> {
    const [row] = await this.manager.query<KnownPerson[]>(`${person} where p.id = $1`, [id, today]);
    return row ?? null;
  }
}
