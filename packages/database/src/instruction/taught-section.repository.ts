import type {
  ApprenticeshipId,
  ApprenticeshipStatus,
  CalendarDate,
  CourseCode,
  CreditMode,
  EnteredResult,
  Instant,
  LmsIdentityId,
  Minutes,
  OrganizationId,
  PersonId,
  SectionId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { newId } from '../new-id.js';
import { agreementOf, candidates } from './learners.sql.js';
import type { ChangedGrade } from './roster.repository.js';

/** A section that a college teaches without a learning platform. */
export interface TaughtSectionRow {
  readonly id: SectionId;
  readonly college: { readonly id: OrganizationId; readonly name: string };
  readonly teacher: { readonly id: PersonId; readonly name: string };
  readonly title: string;
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly passMarkPercent: number;
  readonly creditMode: CreditMode;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly learners: number;
  /** How many of its learners have the course on their record, wherever that came from. */
  readonly credited: number;
}

/** Somebody who attends, with what was entered last and the credit that stands for the course. */
export interface TaughtLearnerRow {
  readonly identity: LmsIdentityId;
  readonly person: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly studentId: string | null;
  /** Null while they have no agreement in an occupation with the course. */
  readonly apprenticeship: ApprenticeshipId | null;
  readonly occupation: string | null;
  readonly employer: string | null;
  readonly status: ApprenticeshipStatus | null;
  readonly result: {
    readonly percent: number | null;
    readonly attendedMinutes: Minutes | null;
    readonly at: Instant;
    readonly by: string;
    readonly file: string | null;
  } | null;
  /** Whether its grade came from a file, whatever was entered beside it since. */
  readonly gradeFromFile: boolean;
  readonly credit: {
    readonly entry: string;
    readonly minutes: number;
    readonly on: string;
    readonly by: { readonly id: string; readonly name: string };
  } | null;
}

/** What was entered about somebody who attends. */
export interface EnteredByTeacher extends EnteredResult {
  readonly identity: LmsIdentityId;
}

const credited = (course: string, agreement: string) => `
  from record_entries e
  where e.apprenticeship_id = (select apprenticeship from (${agreement}) theirs) and e.kind = 'rti-hours-credited' and e.code = ${course} and not exists (select from record_entries r where r.reverses = e.id)`;

/** Of the newest result `r`: whether a file gave the grade, in the oldest of the results that have had it without a break. */
const isGradeFromFile = `(
  select q.file_id is not null from course_results q
  where q.section_id = r.section_id and q.identity_id = r.identity_id and q.score_percent = r.score_percent and not exists (
    select from course_results d where d.section_id = r.section_id and d.identity_id = r.identity_id
      and (d.observed_at, d.id) > (q.observed_at, q.id) and d.score_percent is distinct from r.score_percent)
  order by q.observed_at, q.id limit 1
)`;

const select = `
  select s.id, json_build_object('id', o.id, 'name', o.name) as college, json_build_object('id', t.id, 'name', t.name) as teacher,
    s.title, s.rapids_code as "rapidsCode", s.course_code as course, s.pass_mark_percent as "passMarkPercent",
    s.credit_mode as "creditMode", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", m.learners, m.credited
  from sections s
  join organizations o on o.id = s.college_id
  join people t on t.id = s.teacher_id
  cross join lateral (select s.college_id as college, s.rapids_code as occupation, s.course_code as course) here
  cross join lateral (
    select count(*)::int as learners, (count(*) filter (where exists (select ${credited('here.course', agreementOf({ college: 'here.college', person: 'l.person_id', rapidsCode: 'here.occupation' }))})))::int as credited
    from section_members sm join person_links l on l.identity_id = sm.identity_id and l.revoked_at is null
    where sm.section_id = s.id and sm.role = 'learner' and sm.left_at is null
  ) m`;

/** Sections without a learning platform: who attends them, and what their teachers entered. */
export class TaughtSectionRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(
    section: Omit<TaughtSectionRow, 'college' | 'teacher' | 'learners' | 'credited'> & {
      readonly college: OrganizationId;
      readonly teacher: PersonId;
      readonly at: Instant;
    },
  ): Promise<void> {
    await this.manager.query(
      `insert into sections (id, college_id, title, has_roster, has_grades, rapids_code, course_code, pass_mark_percent,
         credit_mode, mapped_by, mapped_at, teacher_id, starts_on, ends_on, roster_state)
       values ($1, $2, $3, false, false, $4, $5, $6, $7, $8, $9, $8, $10, $11, 'never')`,
      [
        section.id,
        section.college,
        section.title,
        section.rapidsCode,
        section.course,
        section.passMarkPercent,
        section.creditMode,
        section.teacher,
        section.at,
        section.startsOn,
        section.endsOn,
      ],
    );
  }

  /** Those that a person teaches at some colleges, and all of others; the newest first. */
  async list(
    teacher: PersonId,
    { taughtAt, allOf }: { taughtAt: readonly OrganizationId[]; allOf: readonly OrganizationId[] },
  ): Promise<readonly TaughtSectionRow[]> {
    return this.manager.query(
      `${select} where (s.teacher_id = $1 and s.college_id = any($2)) or (s.teacher_id is not null and s.college_id = any($3))
       order by s.starts_on desc, s.title, s.id`,
      [teacher, taughtAt, allOf],
    );
  }

  /** Null for one that a learning platform holds. */
  async find(id: SectionId): Promise<TaughtSectionRow | null> {
    const [row] = await this.manager.query<TaughtSectionRow[]>(`${select} where s.id = $1`, [id]);
    return row ?? null;
  }

  /** Who attends, by name, in one statement however many they are. */
  async listLearners(
    section: Pick<TaughtSectionRow, 'id' | 'college' | 'rapidsCode' | 'course'>,
  ): Promise<readonly TaughtLearnerRow[]> {
    return this.manager.query(
      `select m.identity_id as identity, w.id as person, w.name, w.email, w.student_number as "studentId", c.apprenticeship,
         c.occupation, c.employer, c.status, g.result, coalesce(g.from_file, false) as "gradeFromFile", k.credit
       from section_members m
       join person_links l on l.identity_id = m.identity_id and l.revoked_at is null
       join people w on w.id = l.person_id
       left join lateral (${candidates} and p.id = w.id and s.rapids_code = $3 order by a.began_on desc limit 1) c on true
       left join lateral (
         select json_build_object('percent', r.score_percent, 'attendedMinutes', r.attended_minutes, 'by', b.name,
           'file', f.name, 'at', ${instantText('r.observed_at')}) as result, ${isGradeFromFile} as from_file
         from course_results r join people b on b.id = r.entered_by left join result_files f on f.id = r.file_id
         where r.section_id = m.section_id and r.identity_id = m.identity_id
         order by r.observed_at desc, r.id desc limit 1
       ) g on true
       left join lateral (
         select json_build_object('entry', e.id, 'minutes', e.minutes, 'on', e.occurred_on,
           'by', json_build_object('id', e.answered_by, 'name', (select b.name from people b where b.id = e.answered_by))) as credit
         ${credited('$4', agreementOf({ college: '$1', person: 'w.id', rapidsCode: '$3' }))} order by e.sequence desc limit 1
       ) k on true
       where m.section_id = $2 and m.role = 'learner' and m.left_at is null
       order by w.name, m.identity_id`,
      [section.college.id, section.id, section.rapidsCode, section.course],
    );
  }

  /** Holds everybody else who changes this section until the transaction ends. */
  async lock(id: SectionId): Promise<void> {
    await this.manager.query('select from sections where id = $1 for update', [id]);
  }

  /** Puts apprentices into a section under their own ids; who is in it already stays, who had left is back. Answers their identities. */
  async addLearners(
    section: Pick<TaughtSectionRow, 'id' | 'college'>,
    people: readonly { readonly person: PersonId; readonly name: string }[],
    { by, at }: { by: PersonId; at: Instant },
  ): Promise<readonly LmsIdentityId[]> {
    const given = people.map((one) => ({ ...one, id: newId() }));
    const rows = await this.manager.query<{ id: LmsIdentityId; person: PersonId }[]>(
      `insert into lms_identities as i (id, college_id, subject, name, first_seen_at)
       select id, $1, person::text, name, $2 from jsonb_to_recordset($3::jsonb) as n(id uuid, person uuid, name text)
       on conflict (college_id, subject) where registration_id is null do update set name = excluded.name
       returning i.id, i.subject as person`,
      [section.college.id, at, JSON.stringify(given)],
    );
    await this.manager.query(
      `insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at)
       select link, identity, person, 'picked-by-instructor', $1, $2
       from jsonb_to_recordset($3::jsonb) as n(link uuid, identity uuid, person uuid)
       on conflict (identity_id) where revoked_at is null do nothing`,
      [by, at, JSON.stringify(rows.map(({ id, person }) => ({ link: newId(), identity: id, person })))],
    );
    await this.manager.query(
      `insert into section_members (section_id, identity_id, role, first_seen_at, last_seen_at)
       select $1, identity, 'learner', $2, $2 from unnest($3::uuid[]) as n(identity)
       on conflict (section_id, identity_id) do update set last_seen_at = excluded.last_seen_at, left_at = null`,
      [section.id, at, rows.map(({ id }) => id)],
    );
    return rows.map(({ id }) => id);
  }

  /** Somebody attends no longer; what was entered and credited stays. False when they did not. */
  async leave(section: SectionId, identity: LmsIdentityId, at: Instant): Promise<boolean> {
    const [rows] = await this.manager.query<[unknown[], number]>(
      `update section_members set left_at = $3 where section_id = $1 and identity_id = $2 and left_at is null returning identity_id`,
      [section, identity, at],
    );
    return rows.length > 0;
  }

  async addFile(file: {
    section: SectionId;
    name: string;
    sha256: Buffer;
    by: PersonId;
    at: Instant;
  }): Promise<string> {
    const id = newId();
    await this.manager.query(
      'insert into result_files (id, section_id, name, sha256, read_by, read_at) values ($1, $2, $3, $4, $5, $6)',
      [id, file.section, file.name, file.sha256, file.by, file.at],
    );
    return id;
  }

  /** Keeps what was entered as evidence; what says the same as before is not kept again. Answers what changed of the grades. */
  async addResults(
    section: SectionId,
    results: readonly EnteredByTeacher[],
    { by, at, file = null }: { by: PersonId; at: Instant; file?: string | null },
  ): Promise<readonly ChangedGrade[]> {
    return this.manager.query(
      `with changed as (
         select n.id, n.identity, round(n."scorePercent", 3) as percent, n."attendedMinutes" as attended, l.score_percent as before
         from jsonb_to_recordset($2::jsonb) as n(id uuid, identity uuid, "scorePercent" numeric, "attendedMinutes" int)
         join section_members m on m.section_id = $1 and m.identity_id = n.identity and m.left_at is null
         left join lateral (
           select r.id, r.score_percent, r.attended_minutes from course_results r
           where r.section_id = $1 and r.identity_id = n.identity order by r.observed_at desc, r.id desc limit 1
         ) l on true
         where (l.id is not null or n."scorePercent" is not null or n."attendedMinutes" is not null)
           and (l.id is null or (l.score_percent, l.attended_minutes) is distinct from (round(n."scorePercent", 3), n."attendedMinutes"))
       ), kept as (
         insert into course_results (id, section_id, identity_id, score_percent, attended_minutes, entered_by, file_id, observed_at)
         select id, $1, identity, percent, attended, $3, $4, $5 from changed
       )
       select identity, before, percent as now from changed`,
      [section, JSON.stringify(results.map((result) => ({ ...result, id: newId() }))), by, file, at],
    );
  }
}
