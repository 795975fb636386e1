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
    for (const sql of [events, reach, onlyGrows]) await runner.query(sql);
    await runner.query('grant select, insert on audit_events, audit_reach to journeybook_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_reach, audit_events;
      drop trigger only_grows on record_entries;
      drop function refuse_change();
    `);
  }
}
