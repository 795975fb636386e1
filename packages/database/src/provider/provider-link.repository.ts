import type { CalendarDate, Instant, OrganizationId, PersonId, ProviderCandidate } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** Somebody whose sign-in at a provider is known. */
export interface KeptLink {
  readonly id: string;
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly name: string;
  readonly lastUsedAt: Instant;
}

/** One sign-in at a provider: nobody else's, as long as the provider keeps its word (OpenID Connect Core 5.7). */
export interface ProviderSubject {
  readonly organization: OrganizationId;
  readonly issuer: string;
  readonly subject: string;
}

const rolesOn = (date: string) => `
  select organization_id, role from memberships
    where person_id = p.id and ended_at is null and from_on <= ${date}::date and (until_on is null or until_on >= ${date}::date)
  union select employer_id, 'apprentice' from apprenticeships where apprentice_id = p.id`;

/** Which account a sign-in at a provider opens. */
export class ProviderLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whose sign-in it is, held until the transaction ends; null when nobody's. */
  async lock({ organization, issuer, subject }: ProviderSubject): Promise<{ id: string; person: PersonId } | null> {
    const [row] = await this.manager.query<{ id: string; person: PersonId }[]>(
      `select id, person_id as person from provider_links
       where organization_id = $1 and issuer = $2 and subject = $3 for update`,
      [organization, issuer, subject],
    );
    return row ?? null;
  }

  /** What decides whether this organisation's provider may open the account. */
  async candidate(
    person: PersonId,
    { organization, issuer }: Omit<ProviderSubject, 'subject'>,
    on: CalendarDate,
  ): Promise<ProviderCandidate | null> {
    const [row] = await this.manager.query<ProviderCandidate[]>(
      `select p.id as person, p.email, p.password_hash is not null as "hasPassword",
         coalesce((select json_agg(json_build_object('organization', h.organization_id, 'role', h.role, 'sponsors', array(
             select sponsor_id from partnerships where organization_id = h.organization_id
             union select id from organizations where id = h.organization_id and kind = 'sponsor')))
           from (${rolesOn('$4')}) h), '[]') as roles,
         (select subject from provider_links l
          where l.organization_id = $2 and l.issuer = $3 and l.person_id = p.id) as "linkedSubject",
         coalesce((select confirmed from provider_links l
          where l.organization_id = $2 and l.issuer = $3 and l.person_id = p.id), false) as confirmed
       from people p where p.id = $1`,
      [person, organization, issuer, on],
    );
    return row ?? null;
  }

  /** Links the sign-in to the account, or says that it was used again; confirmed once, it stays so. */
  async put(
    id: string,
    { organization, issuer, subject }: ProviderSubject,
    by: { person: PersonId; confirmed: boolean; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into provider_links as l (id, organization_id, issuer, subject, person_id, confirmed, linked_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (organization_id, issuer, subject) do update
         set last_used_at = $7, confirmed = l.confirmed or $6 where l.person_id = $5`,
      [id, organization, issuer, subject, by.person, by.confirmed, by.at],
    );
  }

  async list(organizations: readonly OrganizationId[]): Promise<readonly KeptLink[]> {
    return this.manager.query(
      `select l.id, l.organization_id as organization, p.id as person, p.name, l.last_used_at as "lastUsedAt"
       from provider_links l join people p on p.id = l.person_id
       join providers v on v.organization_id = l.organization_id and v.issuer = l.issuer
       where l.organization_id = any($1) order by p.name, l.id`,
      [organizations],
    );
  }

  /** Takes a link away; false when the organisation has none of that id. */
  async remove(organization: OrganizationId, id: string): Promise<boolean> {
    const [removed] = await this.manager.query<[unknown[], number]>(
      'delete from provider_links where organization_id = $1 and id = $2 returning id',
      [organization, id],
    );
    return removed.length > 0;
  }

  /** Whether the person came in by this organisation's provider as it is now. */
  async isLinked(organization: OrganizationId, person: PersonId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from provider_links l join providers v on v.organization_id = l.organization_id and v.issuer = l.issuer
       where l.organization_id = $1 and l.person_id = $2`,
      [organization, person],
    );
    return rows.length > 0;
  }

  /** Whether the person came in by the provider of any organisation. */
  async isLinkedAnywhere(person: PersonId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from provider_links where person_id = $1 limit 1', [
      person,
    ]);
    return rows.length > 0;
  }

  /** Of each role a person holds: whether its organisation demands its own sign-in, of addresses in which domains. */
  async demands(
    person: PersonId,
    on: CalendarDate,
  ): Promise<readonly { readonly onlyWay: boolean; readonly domains: readonly string[] }[]> {
    return this.manager.query(
      `select coalesce(v.only_way, false) as "onlyWay", array(select d.domain from provider_domains d
           where d.organization_id = h.organization_id and d.allowed_at is not null) as domains
       from people p cross join lateral (${rolesOn('$2')}) h
       left join providers v on v.organization_id = h.organization_id where p.id = $1`,
      [person, on],
    );
  }

  /** People who hold a role there on the day, whose address is in none of its domains. */
  async countOutside(organization: OrganizationId, on: CalendarDate): Promise<number> {
    const [row] = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from people p where exists (
         select from (${rolesOn('$2')}) h where h.organization_id = $1)
         and not exists (select from provider_domains d where d.organization_id = $1 and d.allowed_at is not null
           and d.domain = lower(split_part(p.email, '@', 2)))`,
      [organization, on],
    );
    return row?.count ?? 0;
  }

  /** The name under which this address is invited to the organisation; null when no invitation waits. */
  async invitedAs(organization: OrganizationId, email: string, now: Instant): Promise<string | null> {
    const [row] = await this.manager.query<{ name: string }[]>(
      `select name from invitations where organization_id = $1 and lower(email) = lower($2) and accepted_at is null
         and revoked_at is null and expires_at > $3 and person_id is null order by invited_at desc limit 1`,
      [organization, email, now],
    );
    return row?.name ?? null;
  }
}
