import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A provider may not say when it asked somebody who they are; then nothing is known of it, and it is null. */
export class SignInProven1799710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions alter proven_at drop not null;
      /** Of a sign-in that waits for its second step: whether a provider said who it is, and when it had asked them. */
      alter table pending_sign_ins
        add by_provider boolean not null default false,
        add proven_at timestamptz(3),
        add constraint pending_sign_ins_proven check (by_provider or proven_at is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table pending_sign_ins drop constraint pending_sign_ins_proven, drop by_provider, drop proven_at;
      update sessions set proven_at = 'epoch' where proven_at is null;
      alter table sessions alter proven_at set not null;
    `);
  }
}
