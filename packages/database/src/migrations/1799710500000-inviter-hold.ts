import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever takes a role by an invitation holds the roles of who sent it: at the door, which may end none, as the owner. */
const holdRoles = `
  create function reach.hold_roles(who uuid) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    begin perform 1 from memberships where person_id = who and ended_at is null for share; end $$;
  revoke all on function reach.hold_roles from public;
  grant execute on function reach.hold_roles to journeybook_access;
`;

export class InviterHold1799710500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(holdRoles);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function reach.hold_roles');
  }
}
