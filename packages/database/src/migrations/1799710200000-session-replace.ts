import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session whose token was replaced by another: it ends by itself after what was under way with it. */
export class SessionReplace1799710200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sessions add replaced boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from sessions where replaced; alter table sessions drop replaced;');
  }
}
