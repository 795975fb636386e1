import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A word holds for what was seen: what had been taken back of each item when the sponsor looked at it. Of the words said before this is
 * not known: none, so that an acceptance lapses wherever anything was ever taken back. And whoever sends an invitation again stands
 * behind it from then on.
 */
export class WordsHold1799500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.each(runner, `item || '{"takenBack": 0}'`);
    await runner.query('grant update (invited_by) on invitations to journeybook_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.each(runner, `item - 'takenBack'`);
    await runner.query('revoke update (invited_by) on invitations from journeybook_api');
  }

  private async each(runner: QueryRunner, changed: string): Promise<void> {
    await runner.query(`
      update completion_reviews set items = (
        select jsonb_agg(${changed} order by place) from jsonb_array_elements(items) with ordinality as of(item, place))
      where items <> '[]'
    `);
  }
}
