import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The constraint got its name from PostgreSQL. */
const dropUnique = `
  do $$ declare name text; begin
    select conname into strict name from pg_constraint where conrelid = 'course_results'::regclass and contype = 'u';
    execute format('alter table course_results drop constraint %I', name);
  end $$;
`;

/** A grade may be changed and changed back: a value is evidence again when another one lay between. */
export class ResultsRepeat1795000250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dropUnique);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from course_results r using course_results o where (o.section_id, o.identity_id) = (r.section_id, r.identity_id)
        and (o.score_percent, o.comment, o.graded_at) is not distinct from (r.score_percent, r.comment, r.graded_at) and o.id < r.id;
      alter table course_results
        add unique nulls not distinct (section_id, identity_id, score_percent, comment, graded_at);
    `);
  }
}
