import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A credit may be in question for several reasons at once, each open once: its grade, whether the learner is there, and the match – what
 * the first word of the cause says.
 */
export class ReviewsPart1799711400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index credit_reviews_open;
      create unique index credit_reviews_open on credit_reviews (entry_id, split_part(cause, '-', 1)) where decision is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update credit_reviews w set decision = 'settled', decided_at = w.opened_at
      where w.decision is null and exists (
        select from credit_reviews o where o.entry_id = w.entry_id and o.decision is null
          and (o.cause like 'grade-%', o.opened_at, o.id) > (w.cause like 'grade-%', w.opened_at, w.id));
      drop index credit_reviews_open;
      create unique index credit_reviews_open on credit_reviews (entry_id) where decision is null;
    `);
  }
}
