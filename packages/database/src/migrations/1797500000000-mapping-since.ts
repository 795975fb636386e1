import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a section is the course that it is, where it was another one before: grades read until then were of that one. */
export class MappingSince1797500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sections add column course_since timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sections drop column course_since');
  }
}
