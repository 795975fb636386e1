import type { MigrationInterface, QueryRunner } from 'typeorm';

const health = `
  /** How each learning platform answers, and whose turn it is to ask: one row per registration, made by its first turn. */
  create table lti.platform_health (
    registration_id uuid primary key references lti.registrations on delete cascade,
    turn_holder uuid,
    /** Until when nobody else may ask. Without a holder it is a pause that the platform wants. */
    turn_until timestamptz,
    state text not null default 'ok' check (state in ('ok', 'failing', 'open')),
    failures integer not null default 0 check (failures >= 0),
    failing_since timestamptz,
    open_until timestamptz,
    last_ok_at timestamptz,
    last_problem_at timestamptz,
    last_problem_kind text,
    last_problem_words text,
    check (turn_holder is null or turn_until is not null),
    check ((state = 'ok') = (failing_since is null)),
    check ((state = 'ok') = (failures = 0)),
    check ((state = 'open') = (open_until is not null)),
    check ((last_problem_at is null) = (last_problem_kind is null)),
    check ((last_problem_at is null) = (last_problem_words is null))
  );
`;

const courses = `
  alter table lti.contexts
    /** Since when the platform refuses this course; it is left alone until somebody launches again. */
    add column closed_at timestamptz,
    /** What the launch told about the end of the course. */
    add column ends_at timestamptz,
    /** Whether the API knows which RTI course this is, as of the last roster; null before the first. */
    add column mapped boolean,
    add column roster_size integer check (roster_size >= 0),
    /** Since when a much smaller roster waits for somebody's word. */
    add column roster_shrunk_at timestamptz,
    add column next_read_at timestamptz not null default now() + interval '1 day';
  create index contexts_next_read_at on lti.contexts (next_read_at) where closed_at is null;

  /** What the platform may hold from us: the score delivered last and those sent since, so that a typed grade is told from ours. */
  alter table lti.score_times add column percents numeric(6, 3)[] not null default '{}';

  /** Rows of a gradebook that have to be made before grades typed there can be read (Canvas). */
  create table lti.result_seeds (
    line_item_id uuid not null references lti.line_items on delete cascade,
    subject text not null,
    settled_at timestamptz,
    primary key (line_item_id, subject)
  );
  create index result_seeds_open on lti.result_seeds (line_item_id) where settled_at is null;
`;

const outbox = `
  alter table score_deliveries drop constraint score_deliveries_state_check;
  alter table score_deliveries add constraint score_deliveries_state_check
    check (state in ('waiting', 'delivered', 'refused', 'superseded'));
  create index score_deliveries_waiting on score_deliveries (section_id, identity_id) where state = 'waiting';

  /** Of the scores of one learner only the newest is wanted, whoever writes it: one that still waits gives way in the same act. */
  create function supersede_score_deliveries() returns trigger language plpgsql as $$
  begin
    update score_deliveries d set state = 'superseded', outcome_at = n.decided_at, outcome_kind = 'superseded',
      message = 'A newer grade was sent in its place.'
    from added n
    where d.section_id = n.section_id and d.identity_id = n.identity_id and d.state = 'waiting'
      and (d.decided_at, d.id) < (n.decided_at, n.id);
    return null;
  end $$;
  create trigger supersede_score_deliveries after insert on score_deliveries
    referencing new table as added for each statement execute function supersede_score_deliveries();
`;

export class LtiSync1797400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [health, courses, outbox]) await runner.query(tables);
    await runner.query(
      'grant select, insert, update, delete on lti.platform_health, lti.result_seeds to journeybook_lti',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger supersede_score_deliveries on score_deliveries;
      drop function supersede_score_deliveries();
      drop index score_deliveries_waiting;
      update score_deliveries set state = 'refused' where state = 'superseded';
      alter table score_deliveries drop constraint score_deliveries_state_check;
      alter table score_deliveries add constraint score_deliveries_state_check
        check (state in ('waiting', 'delivered', 'refused'));
      drop table lti.result_seeds;
      alter table lti.score_times drop column percents;
      drop index lti.contexts_next_read_at;
      alter table lti.contexts drop column closed_at, drop column ends_at, drop column mapped, drop column roster_size,
        drop column roster_shrunk_at, drop column next_read_at;
      drop table lti.platform_health;
    `);
  }
}
