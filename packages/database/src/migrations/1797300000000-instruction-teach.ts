import type { MigrationInterface, QueryRunner } from 'typeorm';

const sections = `
  alter table sections
    add confirmed_by text not null default 'hand' check (confirmed_by in ('hand', 'grade')),
    add credit_mode text not null default 'all' check (credit_mode in ('all', 'attendance')),
    add attempt text not null default 'latest' check (attempt in ('first-pass', 'best', 'latest')),
    add registration_id uuid,
    /** The platform's own id of the course, and those of the courses it was copied from, the newest first. */
    add lms_id text,
    add history text[] not null default '{}',
    add constraint sections_policy check (confirmed_by = 'hand' or credit_mode = 'all');
  create index sections_lms on sections (college_id, registration_id, lms_id);

  /** Without a percent it takes the score away that the tool wrote. */
  alter table score_deliveries alter score_percent drop not null;
`;

const reviews = `
  create table credit_reviews (
    id uuid primary key,
    section_id uuid not null references sections,
    identity_id uuid not null references lms_identities,
    entry_id uuid not null references record_entries,
    cause text not null check (cause in ('grade-lowered', 'grade-removed', 'learner-left', 'match-taken-back')),
    seen_percent numeric(6, 3),
    opened_at timestamptz(3) not null,
    /** 'settled' where what opened it is no longer so and nobody had to decide. */
    decision text check (decision in ('keep', 'reverse', 'settled')),
    decided_by uuid references people,
    decided_at timestamptz(3),
    reason text,
    check ((decision is null) = (decided_at is null)),
    check (coalesce(decision = 'settled', true) = (decided_by is null and reason is null))
  );
  create unique index credit_reviews_open on credit_reviews (entry_id) where decision is null;
  create index credit_reviews_section on credit_reviews (section_id) where decision is null;
`;

const people = `
  alter table person_links drop constraint person_links_method_check;
  alter table person_links add constraint person_links_method_check
    check (method in ('confirmed-by-instructor', 'own-launch', 'claimed-with-code'));

  create table declined_matches (
    identity_id uuid not null references lms_identities,
    person_id uuid not null references people,
    declined_by uuid not null references people,
    declined_at timestamptz(3) not null,
    primary key (identity_id, person_id)
  );

  create table claim_codes (
    id uuid primary key,
    apprenticeship_id uuid not null references apprenticeships,
    code_hash bytea not null unique,
    given_by uuid not null references people,
    given_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    used_by uuid references lms_identities,
    check ((used_at is null) = (used_by is null))
  );
  create index claim_codes_apprenticeship on claim_codes (apprenticeship_id) where used_at is null;

  create table claim_tries (
    identity_id uuid not null references lms_identities,
    tried_at timestamptz(3) not null
  );
  create index claim_tries_recent on claim_tries (identity_id, tried_at);
`;

/** How sections are credited, reviews of credits, declined suggestions and claim codes. */
export class InstructionTeach1797300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [sections, reviews, people]) await runner.query(part);
    await runner.query(`
      grant select, insert, update on credit_reviews, claim_codes to journeybook_api;
      grant select, insert, delete on declined_matches, claim_tries to journeybook_api;
      grant delete on claim_codes to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table claim_tries, claim_codes, declined_matches, credit_reviews;
      delete from person_links where method = 'claimed-with-code';
      alter table person_links drop constraint person_links_method_check;
      alter table person_links add constraint person_links_method_check
        check (method in ('confirmed-by-instructor', 'own-launch'));
      delete from score_deliveries where score_percent is null;
      alter table score_deliveries alter score_percent set not null;
      alter table sections drop constraint sections_policy, drop confirmed_by, drop credit_mode, drop attempt,
        drop registration_id, drop lms_id, drop history;
    `);
  }
}
