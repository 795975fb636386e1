import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  /** Where a platform takes the address of whom it is to tell of copied courses, and when that was last seen to. */
  create table lti.notice_services (
    deployment_id uuid primary key references lti.deployments on delete cascade,
    url text not null check (url <> ''),
    /** The launch that says so; renewed once a week. */
    seen_at timestamptz not null,
    asked_at timestamptz,
    /** The address of ours that the platform was asked to use then. */
    handler text check (handler <> ''),
    check ((asked_at is null) = (handler is null))
  );

  /** What a platform's notices told of copied courses, by its own ids of them; nothing of people. */
  create table lti.course_copies (
    deployment_id uuid not null references lti.deployments on delete cascade,
    notice_id text not null check (length(notice_id) between 1 and 255),
    lms_context_id text not null check (length(lms_context_id) between 1 and 255),
    origins text[] not null check (cardinality(origins) between 1 and 200),
    copied_at timestamptz not null,
    received_at timestamptz not null,
    primary key (deployment_id, notice_id)
  );
  create index course_copies_context on lti.course_copies (deployment_id, lms_context_id, copied_at desc);
  create index course_copies_received_at on lti.course_copies (received_at);
`;

export class CopiesTell1799710700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const table of ['lti.notice_services', 'lti.course_copies'])
      await runner.query(`
        grant select, insert, update, delete on ${table} to journeybook_lti;
        alter table ${table} enable row level security;
        create policy lti on ${table} to journeybook_lti using (true);
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lti.course_copies, lti.notice_services');
  }
}
