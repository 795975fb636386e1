import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A score that brings back what was there before is told from a confirmed one, so that it never goes over a grade typed meanwhile. */
export class ScoresRestore1799711350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table score_deliveries add column restores boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table score_deliveries drop column restores');
  }
}
