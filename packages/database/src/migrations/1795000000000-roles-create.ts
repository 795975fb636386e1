import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles belong to the whole server: another database of it may have made them, at this very moment too. */
const makeRole = (name: string) => `
  do $$ begin
    create role ${name} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

export class RolesCreate1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['journeybook_api', 'journeybook_lti']) {
      await runner.query(makeRole(role));
      const [member] = await runner.query(`select pg_has_role(current_user, '${role}', 'member') as yes`);
      if (!member.yes) await runner.query(`grant ${role} to current_user`);
    }
    await runner.query('revoke create on schema public from public');
    await runner.query('grant usage on schema public to journeybook_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke usage on schema public from journeybook_api');
  }
}
