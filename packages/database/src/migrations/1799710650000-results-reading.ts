import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the last reading of the grades went, beside that of the roster: each is a job of its own. */
export class ResultsReading1799710650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sections
        add results_state text not null default 'never' check (results_state in ('never', 'reading', 'read', 'failed')),
        add results_read_at timestamptz(3),
        add results_problem text,
        add results_failed_since timestamptz(3),
        add check ((results_state = 'failed') = (results_problem is not null));
      /** When a grade was last seen to be new: they have been read since, but nobody noted when. */
      update sections s set results_state = 'read', results_read_at = r.at
        from (select section_id, max(observed_at) as at from course_results group by section_id) r
        where r.section_id = s.id and s.context_id is not null;
      /** A course that its platform has closed is no trouble of the platform's. */
      grant select (closed_at) on lti.contexts to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (closed_at) on lti.contexts from journeybook_api;
      alter table sections drop results_state, drop results_read_at, drop results_problem, drop results_failed_since
    `);
  }
}
