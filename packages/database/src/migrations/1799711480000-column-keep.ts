import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A column that grades were read from gives way to no other, in which they would be missing. */
export class ColumnKeep1799711480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lti.line_items add column grades_read_at timestamptz(3)');
    // Where a learner still has a grade by the last reading, it came from the column of now.
    await runner.query(`
      update lti.line_items i set grades_read_at = now() from sections s
      where s.context_id = i.context_id and exists (
        select from course_results r where r.section_id = s.id and r.score_percent is not null and not exists (
          select from course_results l
          where l.section_id = r.section_id and l.identity_id = r.identity_id and l.observed_at > r.observed_at))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lti.line_items drop column grades_read_at');
  }
}
