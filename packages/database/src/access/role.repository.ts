import type { CalendarDate, Instant, OrganizationId, PersonId, Role } from '@journeybook/domain';
import { sessionIdleMinutes } from '@journeybook/domain';
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

/** A person found by a session, and when it was last said to be in use. */
export interface SessionPerson extends KnownPerson {
  readonly lastUsedAt: Instant;
}

/**
 * A membership ends with its last day, or at the instant somebody ended it; being an apprentice is a role at the employer of each
 * agreement.
 */
const known = `
  p.id, p.name, coalesce(p.email, '') as email,
    coalesce((
      select json_agg(json_build_object('role', held.role, 'organization', json_build_object('id', o.id, 'name', o.name))
        order by held.role, o.name)
      from (
        select role, organization_id from memberships
          where person_id = p.id and ended_at is null and from_on <= $2::date and (until_on is null or until_on >= $2::date)
        union
        select 'apprentice', employer_id from apprenticeships where apprentice_id = p.id
      ) held join organizations o on o.id = held.organization_id
    ), '[]') as roles`;

/** The person of a session that has neither run out nor been left unused: $1 the token's hash, $2 today, $3 now. */
export const personOfSession = `
  select ${known}, s.last_used_at as "lastUsedAt" from people p join sessions s on s.person_id = p.id
  where s.token_hash = $1 and s.expires_at > $3
    and s.last_used_at > $3::timestamptz - interval '${sessionIdleMinutes} minutes'`;

/** Who a person is now. */
export class RoleRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The person of a session that has not ended, with the roles held today. */
  async findBySession(tokenHash: Buffer, now: Instant, today: CalendarDate): Promise<SessionPerson | null> {
    const [row] = await this.manager.query<SessionPerson[]>(personOfSession, [tokenHash, today, now]);
    return row ?? null;
  }

  async find(id: PersonId, today: CalendarDate): Promise<KnownPerson | null> {
    const [row] = await this.manager.query<KnownPerson[]>(`select ${known} from people p where p.id = $1`, [id, today]);
    return row ?? null;
  }
}
