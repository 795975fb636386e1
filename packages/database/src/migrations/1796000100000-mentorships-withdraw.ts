import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assignment that has not begun can be withdrawn; one that has is ended and stays. */
export class MentorshipsWithdraw1796000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on mentorships to journeybook_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on mentorships from journeybook_api');
  }
}
