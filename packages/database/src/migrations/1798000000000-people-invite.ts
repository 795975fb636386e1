import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link that gives a role once; only its hash is kept, so who reads the table can open nothing. */
const invitations = `
  create table invitations (
    id uuid primary key,
    organization_id uuid not null references organizations,
    role text not null check (role in ('apprentice', 'mentor', 'employer-admin', 'instructor', 'college-admin', 'sponsor-admin', 'auditor')),
    person_id uuid references people,
    name text not null check (length(name) between 1 and 300),
    email text not null check (length(email) between 3 and 254),
    token_hash bytea not null unique,
    invited_by uuid not null references people,
    invited_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    mailed_at timestamptz(3),
    accepted_at timestamptz(3),
    accepted_by uuid references people,
    revoked_at timestamptz(3),
    revoked_by uuid references people,
    check ((role = 'apprentice') = (person_id is not null)),
    check (invited_at < expires_at),
    check ((accepted_at is null) = (accepted_by is null)),
    check ((revoked_at is null) = (revoked_by is null)),
    check (accepted_at is null or revoked_at is null)
  );
  create unique index invitations_waiting on invitations (organization_id, role, lower(email))
    where accepted_at is null and revoked_at is null and person_id is null;
  create unique index invitations_apprentice on invitations (person_id)
    where accepted_at is null and revoked_at is null;
`;

const passwordResets = `
  create table password_resets (
    token_hash bytea primary key,
    person_id uuid not null unique references people,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
`;

/** A role ends at an instant, not with its day: whoever leaves sees nothing more that afternoon. */
const memberships = `
  alter table memberships add ended_at timestamptz(3), add ended_by uuid references people,
    add check ((ended_at is null) = (ended_by is null)),
    add check (ended_at is null or until_on is not null);
  create index memberships_organization on memberships (organization_id);
  alter table people add last_signed_in_at timestamptz(3);
`;

const sessions = `
  alter table sessions
    add id uuid not null unique default gen_random_uuid(),
    add device text not null default '' check (length(device) <= 100),
    add last_used_at timestamptz(3);
  update sessions set last_used_at = created_at;
  alter table sessions alter last_used_at set not null;
`;

export class PeopleInvite1798000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [invitations, passwordResets, memberships, sessions]) await runner.query(sql);
    await runner.query(`
      grant select, insert, update on invitations to journeybook_api;
      grant select, insert, update, delete on password_resets to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table invitations, password_resets;
      alter table memberships drop ended_at, drop ended_by;
      drop index memberships_organization;
      alter table people drop last_signed_in_at;
      alter table sessions drop id, drop device, drop last_used_at;
    `);
  }
}
