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

/** Whoever teaches in the portal, and whom they may take in: apprentices of the sponsors that their colleges work with. */
const reach = `
  create function reach.teaching() returns uuid[] language sql stable as $$ select reach.ids_set('teaching') $$;

  create function reach.teaching_agreements() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare colleges uuid[] := reach.teaching();
  begin
    if cardinality(colleges) = 0 then return; end if;
    return query
      select a.id from partnerships p join apprenticeships a on a.sponsor_id = p.sponsor_id
      where p.organization_id = any (colleges);
  end $$;

  /** Whether somebody is an apprentice whom they may take in. */
  create function reach.may_attend(who uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare colleges uuid[] := reach.teaching();
  begin
    return cardinality(colleges) > 0 and exists (select from apprenticeships a join partnerships p on p.sponsor_id = a.sponsor_id
      where a.apprentice_id = who and p.organization_id = any (colleges));
  end $$;

  revoke execute on function reach.teaching, reach.teaching_agreements, reach.may_attend from public;
  grant execute on function reach.teaching, reach.teaching_agreements, reach.may_attend to journeybook_api;
`;

const teaching = 'any ((select reach.teaching())::uuid[])';
const own = `teacher_id = (select reach.person()) or college_id = any ((select reach.colleges())::uuid[])`;
const ofTaught =
  'exists (select from sections s where s.id = section_id and s.teacher_id is not null and s.college_id = any ((select reach.teaching())::uuid[]))';
const ofAgreement = 'apprenticeship_id in (select reach.teaching_agreements())';

/** Beside what others may: the sections of the portal, who attends them, and the agreements that completions are credited to. */
const policies = `
  create policy taught on sections to journeybook_api
    using (teacher_id is not null and college_id = ${teaching} and (${own}));
  create policy taught on lms_identities to journeybook_api using (registration_id is null and college_id = ${teaching});
  create policy taught on person_links to journeybook_api using (exists (
    select from lms_identities i where i.id = identity_id and i.registration_id is null and i.college_id = ${teaching}));
  create policy taught on section_members to journeybook_api using (${ofTaught});
  create policy taught on course_results to journeybook_api using (${ofTaught});
  create policy taught on credit_reviews to journeybook_api using (${ofTaught});
  alter table result_files enable row level security;
  create policy taught on result_files to journeybook_api using (${ofTaught});
  create policy taught on people for select to journeybook_api using (reach.may_attend(id));
  create policy taught on apprenticeships for select to journeybook_api using (id in (select reach.teaching_agreements()));
  /** A credit holds the agreement, and changes nothing of it. */
  create policy taught_held on apprenticeships for update to journeybook_api
    using (id in (select reach.teaching_agreements())) with check (false);
  create policy taught on mentorships for select to journeybook_api using (${ofAgreement});
  create policy taught on record_entries to journeybook_api using (${ofAgreement});
  create policy taught on record_totals to journeybook_api using (${ofAgreement});
  create policy used on lti.platform_health for select to journeybook_api using (
    exists (select from lti.deployments d where d.registration_id = platform_health.registration_id));

  /** Nothing of a learning platform: that is for the jobs that its reports come by. */
  grant insert (id, college_id, title, has_roster, has_grades, rapids_code, course_code, pass_mark_percent, credit_mode, mapped_by,
    mapped_at, teacher_id, starts_on, ends_on, roster_state) on sections to journeybook_api;
  grant insert (id, college_id, subject, name, first_seen_at) on lms_identities to journeybook_api;
  grant insert, update (last_seen_at, left_at) on section_members to journeybook_api;
  grant insert (id, section_id, identity_id, score_percent, attended_minutes, entered_by, file_id, observed_at)
    on course_results to journeybook_api;
  grant select, insert on result_files to journeybook_api;
`;

/** Sections that a college teaches without a learning platform, and how platforms do as the tool knows it. */
export class InstructionTaught1799700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [health, sections, evidence, reach, policies]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const taught = [
      'sections',
      'lms_identities',
      'person_links',
      'section_members',
      'course_results',
      'credit_reviews',
    ];
    const of = [
      ...taught,
      'result_files',
      'people',
      'apprenticeships',
      'mentorships',
      'record_entries',
      'record_totals',
    ];
    for (const table of of) await runner.query(`drop policy taught on ${table}`);
    await runner.query(`
      drop policy used on lti.platform_health;
      drop policy taught_held on apprenticeships;
      drop function reach.may_attend, reach.teaching_agreements, reach.teaching;
      revoke insert on sections, lms_identities, section_members, course_results from journeybook_api;
      revoke update (last_seen_at, left_at) on section_members from journeybook_api;
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
