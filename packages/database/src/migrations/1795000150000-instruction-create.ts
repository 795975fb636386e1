import type { MigrationInterface, QueryRunner } from 'typeorm';

const sections = `
  create table sections (
    id uuid primary key,
    college_id uuid not null references organizations,
    /** The LTI tool's own id of the LMS course. */
    context_id uuid not null unique,
    platform_name text not null,
    title text not null,
    label text,
    sis_id text,
    has_roster boolean not null,
    has_grades boolean not null,
    rapids_code text,
    course_code text,
    pass_mark_percent numeric(5, 2) check (pass_mark_percent between 0 and 100),
    mapped_by uuid references people,
    mapped_at timestamptz(3),
    roster_state text not null check (roster_state in ('never', 'reading', 'read', 'failed')),
    roster_read_at timestamptz(3),
    roster_problem text,
    check ((course_code is null) = (rapids_code is null)),
    check ((course_code is null) = (pass_mark_percent is null)),
    check ((course_code is null) = (mapped_by is null and mapped_at is null)),
    check ((roster_state = 'failed') = (roster_problem is not null))
  );

  create table lms_identities (
    id uuid primary key,
    college_id uuid not null references organizations,
    registration_id uuid not null,
    subject text not null check (length(subject) between 1 and 255),
    name text,
    email text,
    sis_id text,
    first_seen_at timestamptz(3) not null,
    unique (registration_id, college_id, subject)
  );

  create table person_links (
    id uuid primary key,
    identity_id uuid not null references lms_identities,
    person_id uuid not null references people,
    method text not null check (method in ('confirmed-by-instructor', 'own-launch')),
    confirmed_by uuid not null references people,
    confirmed_at timestamptz(3) not null,
    revoked_at timestamptz(3)
  );
  create unique index person_links_standing on person_links (identity_id) where revoked_at is null;
  create index person_links_person on person_links (person_id) where revoked_at is null;

  create table section_members (
    section_id uuid not null references sections,
    identity_id uuid not null references lms_identities,
    role text not null check (role in ('instructor', 'assistant', 'learner', 'visitor')),
    first_seen_at timestamptz(3) not null,
    last_seen_at timestamptz(3) not null,
    left_at timestamptz(3),
    primary key (section_id, identity_id)
  );
  create index section_members_identity on section_members (identity_id);

  create table course_results (
    id uuid primary key,
    section_id uuid not null,
    identity_id uuid not null,
    score_percent numeric(6, 3) check (score_percent between 0 and 100),
    comment text,
    graded_at timestamptz(3),
    observed_at timestamptz(3) not null,
    foreign key (section_id, identity_id) references section_members
  );
  create index course_results_latest on course_results (section_id, identity_id, observed_at desc);

  create table score_deliveries (
    id uuid primary key,
    section_id uuid not null references sections,
    identity_id uuid not null references lms_identities,
    score_percent numeric(6, 3) not null check (score_percent between 0 and 100),
    /** Whether the instructor gave this grade; otherwise it only says that the course was completed. */
    graded boolean not null,
    comment text not null,
    decided_at timestamptz(3) not null,
    state text not null check (state in ('waiting', 'delivered', 'refused')),
    outcome_at timestamptz(3),
    outcome_kind text,
    message text not null default ''
  );
  create index score_deliveries_latest on score_deliveries (section_id, identity_id, decided_at desc);

  create table launch_sessions (
    id uuid primary key,
    section_id uuid not null references sections,
    identity_id uuid not null references lms_identities,
    role text not null check (role in ('instructor', 'assistant', 'learner', 'visitor')),
    opened_at timestamptz(3) not null,
    code_hash bytea unique,
    code_expires_at timestamptz(3) not null,
    token_hash bytea unique,
    token_expires_at timestamptz(3)
  );
`;

export class InstructionCreate1795000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sections);
    await runner.query(`
      grant select, insert, update on sections, lms_identities, person_links, section_members, score_deliveries,
        launch_sessions to journeybook_api;
      grant select, insert on course_results to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table launch_sessions, score_deliveries, course_results, section_members, person_links, lms_identities, sections;
    `);
  }
}
