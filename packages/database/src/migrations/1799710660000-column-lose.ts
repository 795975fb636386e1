import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a course has no column any more that it had: until it has one again, nothing can be read of it. */
export class ColumnLose1799710660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lti.contexts add column_lost_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lti.contexts drop column_lost_at');
  }
}
