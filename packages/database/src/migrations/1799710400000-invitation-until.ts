import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last day of a role that an invitation gives, where it has one: an auditor's may. */
export class InvitationUntil1799710400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invitations add role_until date,
        add constraint invitations_until check (role_until is null or role = 'auditor');
      grant select (role_until) on invitations to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invitations drop constraint invitations_until, drop role_until');
  }
}
