import type { MigrationInterface, QueryRunner } from 'typeorm';

const partPicks = `
  /**
   * Gives picks of a course that counts as another one now a part of their own, unless their links were opened in it already: of these
   * somebody has seen what they open. Asks once more whose they are. Answers which.
   */
  create function lti.part_picks(picks uuid[], parts text[], college uuid) returns setof uuid
    language sql volatile security definer set search_path = lti, pg_temp as $$
      with wanted as (
        select n.id, n.part from unnest(picks, parts) as n(id, part)
        where college = (select reach.taught()) and not exists (
          select from course_picks p join resource_links l on l.pick_id = p.id join contexts c on c.id = l.context_id
          where p.id = n.id and c.deployment_id = p.deployment_id and c.lms_context_id = p.lms_context_id)
      ), parted as (
        update course_picks p set part = w.part from wanted w, deployments d
        where p.id = w.id and d.id = p.deployment_id and d.college_id = college
      )
      select id from wanted $$;

  revoke execute on function lti.part_picks from public;
  grant execute on function lti.part_picks to journeybook_api;
`;

/** A link that was picked opens as what it was picked for, although its course was said to be another RTI course before it was opened. */
export class PicksPart1799711300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(partPicks);
    await runner.query('alter table sections add column_title text');
    // Found by our tag alone, it may be the column of another RTI course; with a score it is known by its resource id as well.
    await runner.query(`
      delete from lti.line_items i
      where i.source = 'found' and not exists (select from lti.score_times t where t.line_item_id = i.id)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sections drop column_title');
    await runner.query('drop function lti.part_picks');
  }
}
