import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who connected a platform, what waits for approval and what was seen of it; `name` is what one college calls its installation. */
const connections = `
  alter table lti.registrations
    add column college_id uuid,
    add column registration_client_uri text;
  alter table lti.deployments
    add column name text check (name <> ''),
    add column course_title text,
    add column platform_name text,
    add column seen_at timestamptz;
  create index deployments_college_id on lti.deployments (college_id);
`;

const invitations = `
  create table lti.invitations (
    id uuid primary key,
    token_hash bytea not null unique,
    college_id uuid not null,
    college_name text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    registration_id uuid references lti.registrations,
    check (expires_at > created_at),
    check (registration_id is null or used_at is not null)
  );
`;

/** Who did what to a college's connections; only ever added to. */
const changes = `
  create table lti.connection_changes (
    id uuid primary key,
    college_id uuid not null,
    registration_id uuid references lti.registrations,
    deployment_id uuid references lti.deployments,
    act text not null check (act in ('invited', 'connected', 'approved', 'blocked', 'unblocked', 'renamed')),
    detail text not null default '',
    changed_by uuid not null,
    changed_at timestamptz not null
  );
  create index connection_changes_college_id on lti.connection_changes (college_id, changed_at);
`;

const checks = `
  create table lti.platform_checks (
    id uuid primary key,
    deployment_id uuid not null references lti.deployments,
    asked_by uuid not null,
    asked_at timestamptz not null,
    done_at timestamptz,
    keys_problem text check (keys_problem in ('unreachable', 'refused')),
    token_problem text check (token_problem in ('unreachable', 'refused')),
    check (done_at is not null or (keys_problem is null and token_problem is null))
  );
  create index platform_checks_deployment_id on lti.platform_checks (deployment_id, asked_at desc);
`;

/** The API manages connections, the LTI tool uses them: one schema, with no more than either needs. */
export class PlatformConnect1797200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [connections, invitations, changes, checks]) await runner.query(part);
    await runner.query(`
      grant usage on schema lti to journeybook_api;
      grant select, insert on lti.registrations to journeybook_api;
      grant select, insert, update on lti.deployments to journeybook_api;
      grant select (id, deployment_id, services_seen_at) on lti.contexts to journeybook_api;
      grant select, insert on lti.invitations, lti.connection_changes, lti.platform_checks to journeybook_api;
      grant select, update on lti.invitations, lti.platform_checks to journeybook_lti;
      grant insert on lti.connection_changes to journeybook_lti;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table lti.platform_checks, lti.connection_changes, lti.invitations;
      drop index lti.deployments_college_id;
      alter table lti.deployments drop column name, drop column course_title, drop column platform_name, drop column seen_at;
      alter table lti.registrations drop column college_id, drop column registration_client_uri;
      revoke all on all tables in schema lti from journeybook_api;
      revoke usage on schema lti from journeybook_api;
    `);
  }
}
