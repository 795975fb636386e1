import type { MigrationInterface, QueryRunner } from 'typeorm';
import { apiPolicies, held, reaches } from './tenants-separate/api-policies.sql.js';
import { beyond, following, settings } from './tenants-separate/functions.sql.js';
import { accessRights, apiRights, jobsRights } from './tenants-separate/rights.sql.js';
import { accessTables, every, jobsTables, ltiTables } from './tenants-separate/tables.js';

/** Roles belong to the whole server: another database of it may have made them, at this very moment too. */
const makeRole = (name: string) => `
  do $$ begin
    create role ${name} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

const closed = [
  ...new Set([...Object.keys(reaches), ...accessTables, ...jobsTables, ...ltiTables, 'organizations', 'people']),
];

/** The tenants' boundary once more, in the database (docs/decisions/0006-row-level-security.md). */
export class TenantsSeparate1799100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['journeybook_access', 'journeybook_jobs']) await runner.query(makeRole(role));
    await runner.query(
      'alter table people add has_sign_in boolean not null generated always as (password_hash is not null) stored',
    );
    for (const sql of [settings, following, beyond, apiRights, accessRights, jobsRights]) await runner.query(sql);
    for (const table of closed) await runner.query(`alter table ${table} enable row level security`);
    await runner.query(apiPolicies());
    await runner.query(every('journeybook_access', accessTables));
    await runner.query(every('journeybook_jobs', jobsTables));
    await runner.query(`
      create policy jobs on apprenticeships for select to journeybook_jobs using (true);
      ${held('apprenticeships', 'journeybook_jobs', 'true')}
    `);
    await runner.query(every('journeybook_lti', ltiTables));
  }

  /** Policies fall with `cascade` of the functions they call; the roles stay, as other databases of the server may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare one record;
      begin
        for one in select schemaname, tablename, policyname from pg_policies where schemaname in ('public', 'lti') loop
          execute format('drop policy %I on %I.%I', one.policyname, one.schemaname, one.tablename);
        end loop;
      end $$;
    `);
    for (const table of closed) await runner.query(`alter table ${table} disable row level security`);
    await runner.query(`
      drop schema reach cascade;
      drop function lti.known_registration, lti.named_deployments, lti.claim_waiting;
      drop owned by journeybook_access, journeybook_jobs;
      alter table people drop has_sign_in;
      grant select, insert, update on people, organizations, apprenticeships, memberships, invitations, launch_sessions, claim_codes,
        sections, lms_identities, section_members to journeybook_api;
      grant select, insert, update, delete on sessions, password_resets to journeybook_api;
      grant select, insert, delete on claim_tries to journeybook_api;
      grant insert on course_results to journeybook_api;
      grant delete on claim_codes to journeybook_api;
    `);
  }
}
