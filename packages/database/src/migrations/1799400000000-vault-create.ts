import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles belong to the whole server: another database of it may have made it, at this very moment too. */
const role = `
  do $$ begin
    create role journeybook_vault nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

/**
 * Only what is sealed, with a key that is not in the database. Every row of the same length: it tells neither yes from no nor one race from
 * two. A nonce of 12 bytes, a tag of 16, and 256 of the answer.
 */
const answers = `
  create schema vault;

  create table vault.answers (
    person_id uuid not null references people,
    field text not null check (field in ('birth-date', 'sex', 'ethnicity', 'race', 'veteran', 'education', 'disability', 'ssn')),
    key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
    sealed bytea not null check (length(sealed) = 284),
    sealed_at timestamptz(3) not null,
    primary key (person_id, field)
  );
  create index answers_key on vault.answers (key_id);
`;

/** Who has looked, for ever: the role below may add to it and change nothing. */
const accesses = `
  create table vault.accesses (
    id uuid primary key,
    kind text not null check (kind in ('counts', 'agency-export')),
    person_id uuid references people,
    apprenticeship_id uuid references apprenticeships,
    organization_id uuid not null references organizations,
    accessed_by uuid not null references people,
    role text not null check (role in ('sponsor-admin')),
    reason text not null check (reason <> ''),
    request_id text not null check (request_id <> ''),
    accessed_at timestamptz(3) not null,
    check ((kind = 'agency-export') = (person_id is not null and apprenticeship_id is not null)),
    check ((person_id is null) = (apprenticeship_id is null))
  );
  create index accesses_person on vault.accesses (person_id, accessed_at);
  create index accesses_organization on vault.accesses (organization_id, accessed_at);
`;

/** A birth date that stands here still is sealed and taken away by the API when it starts: a migration has no key. */
const signatures = `
  alter table agreement_signatures
    alter born_on drop not null,
    add minor boolean,
    add guardian_relation text,
    add guardian_contact text;
  update agreement_signatures g set minor = g.born_on + make_interval(years =>
      coalesce((s.terms -> 'agency' ->> 'adultAge')::int, 18)) > a.began_on
    from apprenticeships a join standards s on s.id = a.standard_id where a.id = g.apprenticeship_id;
  alter table agreement_signatures alter minor set not null,
    add constraint agreement_signatures_guardian check (guardian_name is not null or (guardian_relation is null and guardian_contact is null));
`;

const retention = `
  create table legal_holds (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    person_id uuid not null references people,
    reason text not null check (reason <> ''),
    placed_by uuid not null references people,
    placed_at timestamptz(3) not null,
    lifted_reason text check (lifted_reason <> ''),
    lifted_by uuid references people,
    lifted_at timestamptz(3),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
  );
  create unique index legal_holds_standing on legal_holds (person_id, sponsor_id) where lifted_at is null;

  create table erasures (
    apprenticeship_id uuid primary key references apprenticeships,
    sponsor_id uuid not null references organizations,
    reason text not null check (reason <> ''),
    person_erased boolean not null,
    erased_by uuid not null references people,
    erased_at timestamptz(3) not null
  );
`;

export class VaultCreate1799400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(role);
    const [member] = await runner.query(`select pg_has_role(current_user, 'journeybook_vault', 'member') as yes`);
    if (!member.yes) await runner.query('grant journeybook_vault to current_user');
    for (const sql of [answers, accesses, signatures, retention]) await runner.query(sql);
    await runner.query(`
      grant usage on schema vault to journeybook_vault;
      grant select, insert, update, delete on vault.answers to journeybook_vault;
      grant select, insert on vault.accesses to journeybook_vault;
      grant select, insert, update on legal_holds to journeybook_api;
      grant select, insert on erasures to journeybook_api;
      grant update (comment) on course_results to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (comment) on course_results from journeybook_api;
      drop table erasures, legal_holds;
      drop schema vault cascade;
      alter table agreement_signatures drop constraint agreement_signatures_guardian,
        drop minor, drop guardian_relation, drop guardian_contact;
      update agreement_signatures set born_on = '1900-01-01' where born_on is null;
      alter table agreement_signatures alter born_on set not null;
    `);
  }
}
