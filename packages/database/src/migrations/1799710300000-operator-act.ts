import type { MigrationInterface, QueryRunner } from 'typeorm';

const callers = (...names: string[]) => `
  alter table audit_events drop constraint audit_events_caller_check;
  alter table audit_events add constraint audit_events_caller_check check (caller in (${names.map((name) => `'${name}'`).join(', ')}));
`;

/** Whoever runs the installation acts by a command at the machine; what they do to an account is on file like everything else. */
export class OperatorAct1799710300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(callers('person', 'launch', 'machine', 'nobody', 'operator'));
  }

  /** Events are never taken away: it is refused while there is one of an operator. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(callers('person', 'launch', 'machine', 'nobody'));
  }
}
