import type { MigrationInterface, QueryRunner } from 'typeorm';

const health = `
  /** How platforms answer is told by the tool; the API shows it to the colleges that use them. */
  grant select on lti.platform_health to journeybook_api;

  alter table sections add roster_failed_since timestamptz(3);
  update sections set roster_failed_since = coalesce(roster_read_at, now()) where roster_state = 'failed';
`;

const sections = `
  alter table sections
    alter context_id drop not null,
    alter platform_name drop not null,
    /** Who teaches a section that no learning platform holds, and from when to when. */
    add teacher_id uuid references people,
    add starts_on date,
    add ends_on date,
    add constraint sections_place check ((context_id is null) = (platform_name is null)),
    add constraint sections_taught check ((context_id is null) = (teacher_id is not null)),
    add constraint sections_days check ((teacher_id is null) = (starts_on is null) and (teacher_id is null) = (ends_on is null)),
    add constraint sections_taught_mapped
      check (teacher_id is null or course_code is not null and not has_roster and not has_grades),
    add constraint sections_days_order check (starts_on <= ends_on);
  create index sections_taught_by on sections (college_id, teacher_id) where teacher_id is not null;

  /** Without a registration: an apprentice whom an instructor put into a section in the portal, under their own person id. */
  alter table lms_identities alter registration_id drop not null;
  create unique index lms_identities_taught on lms_identities (college_id, subject) where registration_id is null;

  alter table person_links drop constraint person_links_method_check;
  alter table person_links add constraint person_links_method_check
    check (method in ('confirmed-by-instructor', 'own-launch', 'claimed-with-code', 'picked-by-instructor'));
`;

const evidence = `
  /** Files from gradebooks whose grades were taken over. */
  create table result_files (
    id uuid primary key,
    section_id uuid not null references sections,
    name text not null,
    sha256 bytea not null,
    read_by uuid not null references people,
    read_at timestamptz(3) not null
  );
  create index result_files_section on result_files (section_id);

  alter table course_results
    /** What was attended, where somebody took attendance. */
    add attended_minutes integer check (attended_minutes > 0),
    /** Who entered it here; null where a learning platform told it. */
    add entered_by uuid references people,
    add file_id uuid references result_files,
    add constraint course_results_file check (file_id is null or entered_by is not null);
`;

/** Sections that a college teaches without a learning platform, and how platforms do as the tool knows it. */
export class InstructionTaught1799700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [health, sections, evidence]) await runner.query(part);
    await runner.query('grant select, insert on result_files to journeybook_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from credit_reviews w using sections s where s.id = w.section_id and s.teacher_id is not null;
      delete from course_results r using sections s where s.id = r.section_id and s.teacher_id is not null;
      delete from section_members m using sections s where s.id = m.section_id and s.teacher_id is not null;
      delete from person_links l using lms_identities i where i.id = l.identity_id and i.registration_id is null;
      delete from lms_identities where registration_id is null;
      alter table course_results drop constraint course_results_file, drop attended_minutes, drop entered_by, drop file_id;
      drop table result_files;
      alter table person_links drop constraint person_links_method_check;
      alter table person_links add constraint person_links_method_check
        check (method in ('confirmed-by-instructor', 'own-launch', 'claimed-with-code'));
      drop index lms_identities_taught;
      alter table lms_identities alter registration_id set not null;
      delete from sections where teacher_id is not null;
      drop index sections_taught_by;
      alter table sections drop constraint sections_place, drop constraint sections_taught, drop constraint sections_days,
        drop constraint sections_taught_mapped, drop constraint sections_days_order, drop teacher_id, drop starts_on, drop ends_on,
        drop roster_failed_since;
      alter table sections alter context_id set not null, alter platform_name set not null;
      revoke select on lti.platform_health from journeybook_api;
    `);
  }
}
