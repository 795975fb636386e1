import type { CalendarDate, Instant, OrganizationId, PersonId, Role, SecondFactorPolicy } from '@journeybook/domain';
import { sessionIdleMinutes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly organization: { readonly id: OrganizationId; readonly name: string };
  }[];
}

/** What is asked of somebody beside a password, and what they have. */
export interface SecondFactorState {
  readonly hasSecondFactor: boolean;
  /** Of the organisations they belong to, or did. */
  readonly policies: readonly SecondFactorPolicy[];
}

/** A person found by a session, when it was last said to be in use, and when they last proved who they are. */
export interface SessionPerson extends KnownPerson, SecondFactorState {
  readonly lastUsedAt: Instant;
  /** Null when their organisation's provider did not say. */
  readonly provenAt: Instant | null;
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

const secondFactor = `
  exists (select from authenticators where person_id = p.id) or exists (select from passkeys where person_id = p.id)
    as "hasSecondFactor",
  coalesce((
    select json_agg(json_build_object('organization', f.organization_id, 'roles', f.roles, 'requiredFrom', f.required_from))
    from second_factor_policies f
    where f.organization_id in (
      select organization_id from memberships where person_id = p.id
      union all select employer_id from apprenticeships where apprentice_id = p.id)
  ), '[]') as policies`;

/** The person of a session that has neither run out nor been left unused: $1 the token's hash, $2 today, $3 now. */
export const personOfSession = prepared(`
  select ${known}, ${secondFactor}, s.last_used_at as "lastUsedAt", s.proven_at as "provenAt" from people p join sessions s on s.person_id = p.id
  where s.token_hash = $1 and s.expires_at > $3
    and s.last_used_at > $3::timestamptz - interval '${sessionIdleMinutes} minutes'`);

/** Who a person is now. */
export class RoleRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The person of a session that has not ended, with the roles held today. */
  async findBySession(tokenHash: Buffer, now: Instant, today: CalendarDate): Promise<SessionPerson | null> {
    const [row] = await this.manager.query<SessionPerson[]>(personOfSession, [tokenHash, today, now]);
    return row ?? null;
  }

  /** Everybody who holds a role in these organisations on the day, with all they hold anywhere, by name; apprentices while they train. */
  async listHolders(
    organizations: readonly OrganizationId[],
    today: CalendarDate,
  ): Promise<readonly (KnownPerson & SecondFactorState)[]> {
    return this.manager.query(
      `select ${known}, ${secondFactor} from people p where p.id in (
         select person_id from memberships
           where organization_id = any($1) and ended_at is null and from_on <= $2::date and (until_on is null or until_on >= $2::date)
         union
         select apprentice_id from apprenticeships
           where employer_id = any($1) and status not in ('completed', 'cancelled', 'transferred')
       ) order by p.name, p.id`,
      [organizations, today],
    );
  }

  async find(id: PersonId, today: CalendarDate): Promise<(KnownPerson & SecondFactorState) | null> {
    const [row] = await this.manager.query<(KnownPerson & SecondFactorState)[]>(
      `select ${known}, ${secondFactor} from people p where p.id = $1`,
      [id, today],
    );
    return row ?? null;
  }
}
