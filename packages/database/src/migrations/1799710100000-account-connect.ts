import type { MigrationInterface, QueryRunner } from 'typeorm';

const checks = ['provider_attempts_purpose_check', 'provider_attempts_check'];

/** A way to a provider on which somebody connects their own account, begun as them. */
export class AccountConnect1799710100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const check of checks) await runner.query(`alter table provider_attempts drop constraint ${check}`);
    await runner.query(`
      alter table provider_attempts
        add constraint provider_attempts_purpose_check check (purpose in ('sign-in', 'connect', 'test')),
        add constraint provider_attempts_check check ((purpose <> 'sign-in') = (person_id is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const check of checks) await runner.query(`alter table provider_attempts drop constraint ${check}`);
    await runner.query(`
      delete from provider_attempts where purpose = 'connect';
      alter table provider_attempts
        add constraint provider_attempts_purpose_check check (purpose in ('sign-in', 'test')),
        add constraint provider_attempts_check check ((purpose = 'test') = (person_id is not null));
    `);
  }
}
