import type {
  AttemptRule,
  ConfirmedBy,
  CourseCode,
  CreditMode,
  Instant,
  MappingPolicy,
  OrganizationId,
  PersonId,
  SectionId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { prepared } from '../prepared.js';
import { bringSectionUpToDate } from './launched-section.sql.js';
import { SectionRow } from './section.entity.js';

/** Which RTI course a section is, how it credits, and who said so and answers for it. */
export interface SectionMapping extends MappingPolicy {
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly passMarkPercent: number;
  readonly by: string;
  readonly mappedBy: PersonId;
  readonly at: Instant;
  /** Since when it is this course, where it was another one before; otherwise null. */
  readonly courseSince: Instant | null;
}

/** The mapping of a course that this one was copied from. */
export interface ProposedMapping extends MappingPolicy {
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly passMarkPercent: number;
  /** The older course as it is called, and who said which course it is. */
  readonly from: string;
  readonly by: string;
}

/** How the last reading at the learning platform went. */
export interface Reading {
  readonly state: 'never' | 'reading' | 'read' | 'failed';
  readonly readAt: Instant | null;
  /** One sentence for the instructor; null unless it failed. */
  readonly problem: string | null;
}

export interface Section {
  readonly id: SectionId;
  readonly college: { readonly id: OrganizationId; readonly name: string };
  /** Both null where no learning platform holds it. */
  readonly contextId: string | null;
  readonly platformName: string | null;
  readonly title: string;
  readonly label: string | null;
  readonly services: { readonly roster: boolean; readonly grades: boolean };
  /** Which RTI course it is; null until an instructor said so. */
  readonly mapping: SectionMapping | null;
  readonly roster: Reading;
  /** Of the grades in our column. */
  readonly results: Reading;
  /** What the activity is called whose column was read last; null where the column stands for itself, and before. */
  readonly columnTitle: string | null;
}

/** What a launch tells of its course. */
export interface LaunchedSection {
  readonly id: SectionId;
  readonly college: OrganizationId;
  readonly contextId: string;
  readonly platformName: string;
  readonly title: string;
  readonly label: string | null;
  readonly sisId: string | null;
  readonly registrationId?: string;
  /** The platform's own id of the course, and those of the courses it was copied from. */
  readonly lmsId?: string | null;
  readonly history?: readonly string[];
  readonly services: { readonly roster: boolean; readonly grades: boolean };
}

const select = `
  select s.id, json_build_object('id', o.id, 'name', o.name) as college, s.context_id as "contextId",
    s.platform_name as "platformName", s.title, s.label,
    json_build_object('roster', s.has_roster, 'grades', s.has_grades) as services,
    case when s.course_code is null then null else json_build_object('rapidsCode', s.rapids_code, 'course', s.course_code,
      'passMarkPercent', s.pass_mark_percent, 'confirmedBy', s.confirmed_by, 'creditMode', s.credit_mode,
      'attempt', s.attempt, 'by', p.name, 'mappedBy', s.mapped_by,
      'at', ${instantText('s.mapped_at')}, 'courseSince', ${instantText('s.course_since')}) end as mapping,
    json_build_object('state', s.roster_state, 'problem', s.roster_problem,
      'readAt', ${instantText('s.roster_read_at')}) as roster,
    json_build_object('state', s.results_state, 'problem', s.results_problem,
      'readAt', ${instantText('s.results_read_at')}) as results, s.column_title as "columnTitle"
  from sections s join organizations o on o.id = s.college_id left join people p on p.id = s.mapped_by`;

const isMapped = prepared('select from sections where context_id = $1 and course_code is not null');

/** Courses of learning platforms, and which RTI course each is. */
export class SectionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Makes the section of an LMS course, or brings its title and services up to date; answers its id. */
  async upsert(section: LaunchedSection): Promise<SectionId> {
    const [row] = await this.manager.query<{ id: SectionId }[]>(
      `insert into sections as s (id, college_id, context_id, platform_name, title, label, sis_id, has_roster, has_grades,
         registration_id, lms_id, history, roster_state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'never')
       ${bringSectionUpToDate}
       returning id`,
      [
        section.id,
        section.college,
        section.contextId,
        section.platformName,
        section.title,
        section.label,
        section.sisId,
        section.services.roster,
        section.services.grades,
        section.registrationId ?? null,
        section.lmsId ?? null,
        section.history ?? [],
      ],
    );
    if (!row) throw new Error('the LMS course belongs to another college');
    return row.id;
  }

  async get(id: SectionId): Promise<Section> {
    const [row] = await this.manager.query<Section[]>(`${select} where s.id = $1`, [id]);
    if (!row) throw new Error(`no section ${id}`);
    return row;
  }

  /** As `get`; holds the section, so that neither its course nor who its learners are changes meanwhile. */
  async lock(id: SectionId): Promise<Section> {
    const [row] = await this.manager.query<Section[]>(`${select} where s.id = $1 for no key update of s`, [id]);
    if (!row) throw new Error(`no section ${id}`);
    return row;
  }

  async findByContext(contextId: string): Promise<Section | null> {
    const [row] = await this.manager.query<Section[]>(`${select} where s.context_id = $1`, [contextId]);
    return row ?? null;
  }

  /** Whether somebody has said which course it is. */
  async isMapped(contextId: string): Promise<boolean> {
    return (await this.manager.query<unknown[]>(isMapped, [contextId])).length > 0;
  }

  /** Says which course it is; where that was another one before, also since when. */
  async map(
    id: SectionId,
    mapping: {
      rapidsCode: string;
      course: CourseCode;
      passMarkPercent: number;
      confirmedBy: ConfirmedBy;
      creditMode: CreditMode;
      attempt: AttemptRule;
      by: PersonId;
      at: Instant;
    },
  ): Promise<void> {
    await this.manager.query(
      `update sections set rapids_code = $2, course_code = $3, pass_mark_percent = $4, confirmed_by = $5, credit_mode = $6,
         attempt = $7, mapped_by = $8, mapped_at = $9,
         course_since = case when (rapids_code, course_code) <> ($2, $3) then $9 else course_since end
       where id = $1`,
      [
        id,
        mapping.rapidsCode,
        mapping.course,
        mapping.passMarkPercent,
        mapping.confirmedBy,
        mapping.creditMode,
        mapping.attempt,
        mapping.by,
        mapping.at,
      ],
    );
  }

  /** The mapping of the nearest mapped course that this one was copied from, within the college and the platform; or null. */
  async proposal(id: SectionId): Promise<ProposedMapping | null> {
    const [row] = await this.manager.query<ProposedMapping[]>(
      `select o.rapids_code as "rapidsCode", o.course_code as course, o.pass_mark_percent as "passMarkPercent",
         o.confirmed_by as "confirmedBy", o.credit_mode as "creditMode", o.attempt, o.title as "from", p.name as by
       from sections s
       cross join lateral unnest(s.history) with ordinality as h(lms_id, place)
       join sections o on o.college_id = s.college_id and o.registration_id = s.registration_id and o.lms_id = h.lms_id
         and o.id <> s.id and o.course_code is not null
       join people p on p.id = o.mapped_by
       where s.id = $1 order by h.place, o.mapped_at desc limit 1`,
      [id],
    );
    return row ?? null;
  }

  /** What is being read now. Answers since when, by the database's clock. */
  async reading(id: SectionId, { roster, results }: { roster: boolean; results: boolean }): Promise<Instant | null> {
    const [rows] = await this.manager.query<[{ at: Instant }[], number]>(
      `update sections set
         roster_state = case when $2 then 'reading' else roster_state end,
         roster_problem = case when $2 then null else roster_problem end,
         results_state = case when $3 then 'reading' else results_state end,
         results_problem = case when $3 then null else results_problem end
       where id = $1 returning ${instantText('now()')} as at`,
      [id, roster, results],
    );
    return rows[0]?.at ?? null;
  }

  async rosterRead(id: SectionId, at: Instant): Promise<void> {
    const read = { rosterState: 'read', rosterReadAt: at, rosterProblem: null, rosterFailedSince: null } as const;
    await this.manager.update(SectionRow, { id }, read);
  }

  async resultsRead(id: SectionId, { at, columnTitle }: { at: Instant; columnTitle: string | null }): Promise<void> {
    const well = { resultsState: 'read', resultsProblem: null, resultsFailedSince: null } as const;
    const read = { ...well, resultsReadAt: at, columnTitle };
    await this.manager.update(SectionRow, { id }, read);
  }

  /**
   * Says what went wrong with the roster; since when is kept until a reading succeeds. Grades that were to be read after it are not
   * being read any more.
   */
  async rosterFailed(id: SectionId, problem: string, at: Instant): Promise<void> {
    await this.manager.query(
      `update sections set roster_state = 'failed', roster_problem = $2, roster_failed_since = coalesce(roster_failed_since, $3),
         results_state = case when results_state <> 'reading' then results_state when results_read_at is null then 'never'
           else 'read' end
       where id = $1`,
      [id, problem, at],
    );
  }

  /** Says what went wrong with the grades; since when is kept until a reading succeeds. */
  async resultsFailed(id: SectionId, problem: string, at: Instant): Promise<void> {
    await this.manager.query(
      `update sections set results_state = 'failed', results_problem = $2,
         results_failed_since = coalesce(results_failed_since, $3)
       where id = $1`,
      [id, problem, at],
    );
  }
}
