import type { MigrationInterface, QueryRunner } from 'typeorm';

const handshake = `
  alter table lti.oidc_states
    add storage_target text check (storage_target <> ''),
    add storage_hash bytea,
    add constraint oidc_states_storage check ((storage_target is null) = (storage_hash is null));
`;

// One course of a platform may hold links for several RTI courses: each is a part of it, with a roster and a column of its own.
const links = `
  alter table lti.contexts
    add part text not null default '',
    drop constraint contexts_deployment_id_lms_context_id_key,
    add constraint contexts_part_key unique (deployment_id, lms_context_id, part);

  create table lti.course_picks (
    id uuid primary key,
    deployment_id uuid not null references lti.deployments,
    lms_context_id text not null,
    part text not null,
    answered_at timestamptz not null
  );

  alter table lti.resource_links add pick_id uuid references lti.course_picks;
`;

const picks = `
  alter table launch_sessions
    add kind text not null default 'course' check (kind in ('course', 'picker'));

  create table course_picks (
    id uuid primary key,
    launch_session_id uuid not null references launch_sessions,
    college_id uuid not null references organizations,
    section_id uuid not null references sections,
    rapids_code text not null,
    course_code text not null,
    title text not null,
    minutes int not null check (minutes > 0),
    pass_mark_percent numeric(5, 2) not null check (pass_mark_percent between 0 and 100),
    own_part boolean not null,
    picked_by uuid not null references people,
    picked_at timestamptz(3) not null,
    unique (launch_session_id, rapids_code, course_code)
  );
  create index course_picks_section on course_picks (section_id, picked_at);
`;

/** What launches without cookies and links picked in a course have to keep. */
export class LaunchesExtend1797100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [handshake, links, picks]) await runner.query(sql);
    await runner.query(`
      grant select, insert on lti.course_picks to journeybook_lti;
      grant select, insert, update on course_picks to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table course_picks;
      alter table launch_sessions drop kind;
      alter table lti.resource_links drop pick_id;
      drop table lti.course_picks;
      delete from lti.resource_links where context_id in (select id from lti.contexts where part <> '');
      delete from lti.line_items where context_id in (select id from lti.contexts where part <> '');
      delete from lti.contexts where part <> '';
      alter table lti.contexts drop constraint contexts_part_key, drop part,
        add constraint contexts_deployment_id_lms_context_id_key unique (deployment_id, lms_context_id);
      alter table lti.oidc_states drop storage_target, drop storage_hash;
    `);
  }
}
