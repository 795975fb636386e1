import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event names ids, roles and addresses of the network; no name, no text that somebody wrote. */
const events = `
  create table audit_events (
    id uuid primary key,
    at timestamptz(3) not null default clock_timestamp(),
    kind text not null check (kind in ('change', 'view', 'export', 'refused')),
    action text not null check (length(action) between 1 and 200),
    caller text not null check (caller in ('person', 'launch', 'machine', 'nobody')),
    person_id uuid references people,
    role text check (length(role) <= 40),
    organization_id uuid references organizations,
    address text not null,
    request_id text not null,
    sponsor_id uuid references organizations,
    subjects jsonb not null,
    details jsonb not null,
    check (caller <> 'person' or person_id is not null)
  );
  create index audit_events_person on audit_events (person_id, id);
  create index audit_events_request on audit_events (request_id);
`;

/** Whose an event is: a row for each organisation and each agreement it concerns. */
const reach = `
  create table audit_reach (
    event_id uuid not null references audit_events,
    organization_id uuid not null references organizations,
    apprenticeship_id uuid references apprenticeships,
    sponsor_id uuid references organizations,
    unique nulls not distinct (organization_id, event_id, apprenticeship_id)
  );
  create index audit_reach_apprenticeship on audit_reach (apprenticeship_id, event_id) where apprenticeship_id is not null;
`;

/**
 * Puts an event on file, with whom it concerns. It looks past the policies, as the owner: what an id belongs to is a matter of all rows,
 * and whoever is refused a record has it put on file where the record is. Of several roles the one at an organisation that the act
 * concerns was acted in. What the reader of learning platforms reports is on file when it concerns an agreement: that it read once more
 * is not.
 */
const putOnFile = `
  create function reach.put_on_file(event_id uuid, event_kind text, event_action text, event_caller text, event_person uuid, named uuid[],
    held_roles jsonb, event_address text, event_request text, event_subjects jsonb, event_details jsonb)
  returns void language sql volatile security definer set search_path = public, pg_temp as $$
  with agreements as (
    select id, sponsor_id, employer_id from apprenticeships where id in (
      select unnest(named)
      union all select apprenticeship_id from hours_entries where id = any(named)
      union all select apprenticeship_id from record_entries where id = any(named)
      union all select apprenticeship_id from sign_off_requests where id = any(named)
      union all select apprenticeship_id from standing_requests where id = any(named)
      union all select e.apprenticeship_id from credit_reviews c join record_entries e on e.id = c.entry_id where c.id = any(named)
    )
  ), concerned as (
    select sponsor_id as id from agreements
    union select employer_id from agreements
    union select id from organizations where id = any(named)
    union select organization_id from memberships where id = any(named)
    union select organization_id from invitations where id = any(named)
    union select sponsor_id from standards where id = any(named)
    union select sponsor_id from standard_drafts where id = any(named)
  ), held as (
    select role, organization from jsonb_to_recordset(held_roles) as h(role text, organization uuid, place int)
    order by organization in (select id from concerned) desc, place limit 1
  ), owner as (
    select case when count(distinct sponsor_id) = 1 then min(sponsor_id::text)::uuid end as id from agreements
  ), event as (
    insert into audit_events (id, kind, action, caller, person_id, role, organization_id, address, request_id, sponsor_id,
      subjects, details)
    select event_id, event_kind, event_action, event_caller, event_person, held.role, held.organization, event_address, event_request,
      coalesce(owner.id, (select o.id from organizations o where o.id = held.organization and o.kind = 'sponsor')), event_subjects, event_details
    from owner left join held on true
    where event_caller <> 'machine' or exists (select from agreements)
    returning id, organization_id
  ), reached as (
    select sponsor_id as organization, id as apprenticeship, sponsor_id as sponsor from agreements
    union select employer_id, id, sponsor_id from agreements
    union select event.organization_id, agreements.id, agreements.sponsor_id from event, agreements
  ), others as (
    select id from concerned
    union select organization_id from event
    union select organization_id from memberships where person_id = event_person and ended_at is null and held_roles = '[]'
  )
  insert into audit_reach (event_id, organization_id, apprenticeship_id, sponsor_id)
  select event.id, r.organization, r.apprenticeship, r.sponsor from event, (
    select organization, apprenticeship, sponsor from reached
    union all select id, null, null from others where id not in (select organization from reached where organization is not null)
  ) r where r.organization is not null
  $$;
  revoke execute on function reach.put_on_file from public;
  grant execute on function reach.put_on_file to journeybook_access, journeybook_api, journeybook_jobs;
`;

/** Nobody adds but by that function. An event is read by whoever runs, or audits, what it concerns, and by the apprentice of an agreement. */
const policies = `
  grant select on audit_events, audit_reach to journeybook_api;
  alter table audit_events enable row level security;
  alter table audit_reach enable row level security;
  create policy reach on audit_reach for select to journeybook_api using (
    organization_id = any ((select reach.sponsors() || reach.employers() || reach.colleges())::uuid[])
    or exists (select from apprenticeships a where a.id = apprenticeship_id and a.apprentice_id = (select reach.person())));
  create policy reach on audit_events for select to journeybook_api using (
    exists (select from audit_reach r where r.event_id = id));
`;

/** A second line behind the rights: the owner's own mistake is refused too. A superuser can switch a trigger off. */
const onlyGrows = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end $$;
  create trigger only_grows before update or delete or truncate on record_entries execute function refuse_change();
  create trigger only_grows before update or delete or truncate on audit_events execute function refuse_change();
  create trigger only_grows before update or delete or truncate on audit_reach execute function refuse_change();
`;

export class AuditCreate1799350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [events, reach, putOnFile, policies, onlyGrows]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function reach.put_on_file;
      drop table audit_reach, audit_events;
      drop trigger only_grows on record_entries;
      drop function refuse_change();
    `);
  }
}
