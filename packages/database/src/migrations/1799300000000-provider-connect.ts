import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The OpenID Connect provider of an organisation. Its secret is sealed with a key that is not in the database. */
const providers = `
  create table providers (
    organization_id uuid primary key references organizations,
    issuer text not null check (length(issuer) between 8 and 500),
    client_id text not null check (length(client_id) between 1 and 300),
    sealed_secret text not null,
    edition int not null default 1 check (edition > 0),
    is_on boolean not null default false,
    only_way boolean not null default false,
    edited_at timestamptz(3) not null,
    edited_by uuid not null references people,
    tested_at timestamptz(3),
    check (not is_on or tested_at is not null),
    check (not only_way or is_on)
  );
`;

/** Whose addresses a provider may vouch for. An allowed domain is one organisation's; to ask for one takes it from nobody. */
const domains = `
  create table provider_domains (
    organization_id uuid not null references organizations,
    domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
    requested_by uuid not null references people,
    requested_at timestamptz(3) not null,
    allowed_by uuid references people,
    allowed_at timestamptz(3),
    allowing_sponsor_id uuid references organizations,
    primary key (organization_id, domain),
    check ((allowed_at is null) = (allowed_by is null)),
    check ((allowed_at is null) = (allowing_sponsor_id is null))
  );
  create unique index provider_domains_allowed on provider_domains (domain) where allowed_at is not null;
`;

const links = `
  create table provider_links (
    id uuid primary key,
    organization_id uuid not null references organizations,
    issuer text not null,
    subject text not null check (length(subject) between 1 and 255),
    person_id uuid not null references people,
    confirmed boolean not null,
    linked_at timestamptz(3) not null,
    last_used_at timestamptz(3) not null,
    unique (organization_id, issuer, subject),
    unique (organization_id, issuer, person_id)
  );
  create index provider_links_person on provider_links (person_id);
`;

/** Sign-ins that are underway: used once, and only in the browser they began in. */
const attempts = `
  create table provider_attempts (
    state_hash bytea primary key,
    browser_hash bytea not null,
    organization_id uuid not null references organizations,
    edition int not null,
    purpose text not null check (purpose in ('sign-in', 'test')),
    person_id uuid references people,
    sealed text not null,
    expires_at timestamptz(3) not null,
    check ((purpose = 'test') = (person_id is not null))
  );
  create index provider_attempts_expiry on provider_attempts (expires_at);
`;

/** All of it is a matter of signing in: no other role of a server reads any of it. */
const tables = ['providers', 'provider_domains', 'provider_links', 'provider_attempts'];

export class ProviderConnect1799300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [providers, domains, links, attempts]) await runner.query(sql);
    for (const table of tables)
      await runner.query(`
        grant select, insert, update, delete on ${table} to journeybook_access;
        alter table ${table} enable row level security;
        create policy access on ${table} to journeybook_access using (true);
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${tables.toReversed().join(', ')}`);
  }
}
