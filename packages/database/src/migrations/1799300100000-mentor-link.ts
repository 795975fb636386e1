import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link by which a mentor decides what waits of one apprentice. It opens once; of it and of its session we keep the hash. */
const links = `
  create table mentor_links (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    mentor_id uuid not null references people,
    about_hours boolean not null,
    sign_off_request_id uuid references sign_off_requests,
    token_hash bytea not null unique,
    asked_by uuid not null references people,
    asked_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    mailed_at timestamptz(3),
    opened_at timestamptz(3),
    session_hash bytea unique,
    session_ends_at timestamptz(3),
    device text not null default '' check (length(device) <= 100),
    revoked_at timestamptz(3),
    revoked_by uuid references people,
    check (about_hours or sign_off_request_id is not null),
    check (asked_at < expires_at),
    check ((opened_at is null) = (session_ends_at is null)),
    check (session_hash is null or opened_at is not null),
    check ((revoked_at is null) = (revoked_by is null))
  );
  create index mentor_links_apprenticeship on mentor_links (apprenticeship_id);
  create index mentor_links_sponsor on mentor_links (sponsor_id);
`;

/** What was done by a link, beside the record, which says who did it. */
const acts = `
  create table mentor_link_acts (
    id uuid primary key,
    link_id uuid not null references mentor_links,
    act text not null check (act in ('approved', 'returned', 'undone', 'demonstrated', 'observed', 'signed-off', 'declined')),
    subjects text[] not null,
    at timestamptz(3) not null
  );
  create index mentor_link_acts_link on mentor_link_acts (link_id);
`;

/** What an apprentice shows as a QR code: it leads to where a mentor asks for the letter, and opens nothing by itself. */
const codes = `
  create table mentor_codes (
    code_hash bytea primary key,
    apprenticeship_id uuid not null references apprenticeships,
    about_hours boolean not null,
    sign_off_request_id uuid references sign_off_requests,
    expires_at timestamptz(3) not null,
    check (about_hours or sign_off_request_id is not null)
  );
  create index mentor_codes_expiry on mentor_codes (expires_at);
`;

/**
 * A link is a row of an agreement, within the reach of whoever reaches that. Opening one, and what it has opened, is a matter of finding
 * out who calls.
 */
const rights = `
  alter table mentor_links enable row level security;
  alter table mentor_link_acts enable row level security;
  alter table mentor_codes enable row level security;

  grant select, insert, update on mentor_links to journeybook_api;
  grant select, insert on mentor_link_acts to journeybook_api;
  grant insert on mentor_codes to journeybook_api;
  create policy reach on mentor_links to journeybook_api
    using (sponsor_id = any ((select reach.sponsors())::uuid[]) or apprenticeship_id in (select reach.agreements()));
  create policy reach on mentor_link_acts to journeybook_api
    using (exists (select from mentor_links l where l.id = link_id));
  create policy added on mentor_codes for insert to journeybook_api
    with check (apprenticeship_id in (select reach.agreements()));

  grant select, update on mentor_links to journeybook_access;
  grant select, delete on mentor_codes to journeybook_access;
  grant select (apprenticeship_id, mentor_id, from_on, until_on) on mentorships to journeybook_access;
  create policy access on mentor_links to journeybook_access using (true);
  create policy access on mentor_codes to journeybook_access using (true);
  create policy access on mentorships for select to journeybook_access using (true);
`;

export class MentorLink1799300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [links, acts, codes]) await runner.query(sql);
    await runner.query(rights);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mentor_codes, mentor_link_acts, mentor_links;
      drop policy access on mentorships;
      revoke select (apprenticeship_id, mentor_id, from_on, until_on) on mentorships from journeybook_access;
    `);
  }
}
