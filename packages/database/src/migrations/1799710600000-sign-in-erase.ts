import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody signs in with: nothing of it stays with a person who is erased, nor opens their account. */
const signIns = [
  'sessions',
  'pending_sign_ins',
  'password_resets',
  'known_devices',
  'provider_links',
  'authenticators',
  'authenticator_setups',
  'recovery_codes',
  'passkeys',
  'code_tries',
];

const erasePerson = (tables: readonly string[]) => `
  create or replace function reach.erase_person(who uuid, name text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare accounts uuid[];
  begin
    if not reach.trains(who) or reach.is_held(who) or reach.has_other_role(who) or reach.is_kept(who, '00000000-0000-0000-0000-000000000000') then
      raise exception 'this person is kept' using errcode = 'insufficient_privilege';
    end if;
    accounts := array(select identity_id from person_links where person_id = who);
    update people p set name = erase_person.name, email = null, password_hash = null, student_number = null, last_signed_in_at = null where p.id = who;
    update invitations i set name = erase_person.name, email = 'erased@journeybook.invalid' where i.person_id = who or i.accepted_by = who;
    ${tables.map((table) => `delete from ${table} where person_id = who;`).join('\n    ')}
    update lms_identities i set name = null, email = null, sis_id = null where i.id = any (accounts);
    update course_results set comment = null where identity_id = any (accounts);
    update score_deliveries set comment = '' where identity_id = any (accounts);
  end $$;
`;

export class SignInErase1799710600000 implements MigrationInterface {
  /** Also of those who were erased before: the name that they have since then is one that nobody chooses. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasePerson(signIns));
    for (const table of signIns)
      await runner.query(`
        delete from ${table} t using people p where p.id = t.person_id and p.email is null and p.password_hash is null
          and p.name = 'Apprentice ' || right(replace(p.id::text, '-', ''), 8)
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(erasePerson(['sessions', 'password_resets']));
  }
}
