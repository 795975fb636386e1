import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LtiCreate1795000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema lti; grant usage on schema lti to journeybook_lti');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema lti cascade');
  }
}
