import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What had been taken back of each item when the sponsor looked at it. Of the words said before this is not known: none, so that an
 * acceptance lapses wherever anything was ever taken back.
 */
export class ReviewsSeen1799500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.each(runner, `item || '{"takenBack": 0}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.each(runner, `item - 'takenBack'`);
  }

  private async each(runner: QueryRunner, changed: string): Promise<void> {
    await runner.query(`
      update completion_reviews set items = (
        select jsonb_agg(${changed} order by place) from jsonb_array_elements(items) with ordinality as of(item, place))
      where items <> '[]'
    `);
  }
}
