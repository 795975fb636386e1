import type {
  CompetencyCode,
  CourseCode,
  Instant,
  Minutes,
  OrganizationId,
  Standard,
  StandardId,
  WorkProcessCode,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { CompetencyRow, RtiCourseRow, StandardRow, WorkProcessRow } from './standard.entity.js';

/** A published version never changes (PRODUCT, "The program"), so one read per process and version is enough. */
const published = new WeakMap<object, Map<StandardId, Standard>>();

export interface PublishedStandard {
  readonly sponsor: OrganizationId;
  readonly publishedAt: Instant;
  readonly standard: Standard;
}

/** A published version as it stands in a list. */
export interface StandardListed {
  readonly id: StandardId;
  readonly sponsor: { readonly id: OrganizationId; readonly name: string };
  readonly occupation: { readonly title: string; readonly rapidsCode: string };
  readonly version: string;
  readonly approach: Standard['approach'];
  readonly ojtMinutes: Minutes;
  readonly rtiMinutes: Minutes;
  readonly termMonths: number;
  readonly at: Instant;
  readonly apprentices: number;
}

/** Published versions of programs' standards. */
export class StandardRepository {
  constructor(private readonly manager: EntityManager) {}

  async publish(sponsor: OrganizationId, standard: Standard, at: Instant): Promise<void> {
    const { id, occupation, workProcesses, competencies, courses, ...terms } = standard;
    await this.manager.insert(StandardRow, {
      id,
      sponsorId: sponsor,
      occupationTitle: occupation.title,
      rapidsCode: occupation.rapidsCode,
      onetSoc: occupation.onetSoc,
      version: terms.version,
      approach: terms.approach,
      termMonths: terms.termMonths,
      ojtMinutes: terms.ojtMinutes,
      rtiMinutes: terms.rtiMinutes,
      levels: [...terms.levels],
      completionCredentials: [...terms.completionCredentials],
      jobBookStatus: terms.jobBookStatus,
      policies: terms.policies,
      electiveGroups: [...(terms.electiveGroups ?? [])],
      terms: terms.terms ?? null,
      publishedAt: at,
    });
    await this.manager.insert(
      WorkProcessRow,
      workProcesses.map((one, position) => ({ ...one, safety: one.safety ?? false, standardId: id, position })),
    );
    await this.manager.insert(
      CompetencyRow,
      competencies.map(({ workProcess, ...one }, position) => ({
        ...one,
        evaluation: one.evaluation ?? null,
        workProcessCode: workProcess,
        standardId: id,
        position,
      })),
    );
    await this.manager.insert(
      RtiCourseRow,
      courses.map((one, position) => ({
        ...one,
        safety: one.safety ?? false,
        electiveGroup: one.electiveGroup ?? null,
        standardId: id,
        position,
      })),
    );
  }

  /** The version with that id; throws when there is none: ids come from rows that refer to it. */
  async get(id: StandardId): Promise<Standard> {
    const cache = published.get(this.manager.connection) ?? new Map<StandardId, Standard>();
    published.set(this.manager.connection, cache);
    const known = cache.get(id) ?? (await this.load(id));
    cache.set(id, known);
    return known;
  }

  /** The version with that id and whose it is; null when there is none. */
  async find(id: StandardId): Promise<PublishedStandard | null> {
    const row = await this.manager.findOneBy(StandardRow, { id });
    return (
      row && {
        sponsor: row.sponsorId as OrganizationId,
        publishedAt: row.publishedAt as Instant,
        standard: await this.get(id),
      }
    );
  }

  /** Published versions of these sponsors, by occupation, the newest first, each with how many open agreements are bound to it. */
  async listOf(sponsors: readonly OrganizationId[]): Promise<readonly StandardListed[]> {
    return this.manager.query(
      `select s.id, json_build_object('id', o.id, 'name', o.name) as sponsor,
         json_build_object('title', s.occupation_title, 'rapidsCode', s.rapids_code) as occupation, s.version, s.approach,
         s.ojt_minutes as "ojtMinutes", s.rti_minutes as "rtiMinutes", s.term_months as "termMonths",
         ${instantText('s.published_at')} as at,
         (select count(*) from apprenticeships a where a.standard_id = s.id
           and a.status in ('draft', 'registered', 'active', 'suspended')) as apprentices
       from standards s join organizations o on o.id = s.sponsor_id
       where s.sponsor_id = any($1) order by s.occupation_title, s.published_at desc, s.id`,
      [sponsors],
    );
  }

  private async load(standardId: StandardId): Promise<Standard> {
    const inOrder = { where: { standardId }, order: { position: 'ASC' } } as const;
    const row = await this.manager.findOneByOrFail(StandardRow, { id: standardId });
    const workProcesses = await this.manager.find(WorkProcessRow, inOrder);
    const competencies = await this.manager.find(CompetencyRow, inOrder);
    const courses = await this.manager.find(RtiCourseRow, inOrder);
    return {
      id: standardId,
      version: row.version,
      occupation: { title: row.occupationTitle, rapidsCode: row.rapidsCode, onetSoc: row.onetSoc },
      approach: row.approach,
      termMonths: row.termMonths,
      ojtMinutes: row.ojtMinutes as Minutes,
      rtiMinutes: row.rtiMinutes as Minutes,
      levels: row.levels,
      completionCredentials: row.completionCredentials,
      jobBookStatus: row.jobBookStatus,
      policies: { ...row.policies, shiftLimitMinutes: row.policies.shiftLimitMinutes as Minutes },
      workProcesses: workProcesses.map((one) => ({
        code: one.code as WorkProcessCode,
        title: one.title,
        requiredMinutes: one.requiredMinutes as Minutes,
        minimumMinutes: one.minimumMinutes as Minutes | null,
        maximumMinutes: one.maximumMinutes as Minutes | null,
        local: one.local,
        ...(one.safety ? { safety: true } : {}),
      })),
      competencies: competencies.map((one) => ({
        code: one.code as CompetencyCode,
        workProcess: one.workProcessCode as WorkProcessCode,
        title: one.title,
        requiredLevel: one.requiredLevel,
        evaluationMethod: one.evaluationMethod,
        ...(one.evaluation === null ? {} : { evaluation: one.evaluation }),
      })),
      courses: courses.map((one) => ({
        code: one.code as CourseCode,
        title: one.title,
        requiredMinutes: one.requiredMinutes as Minutes,
        local: one.local,
        ...(one.safety ? { safety: true } : {}),
        ...(one.electiveGroup === null ? {} : { electiveGroup: one.electiveGroup }),
      })),
      ...(row.electiveGroups.length === 0 ? {} : { electiveGroups: row.electiveGroups }),
      ...(row.terms === null ? {} : { terms: row.terms }),
    };
  }

  /**
   * The courses that sections of this college may be: those of the sponsors it works with and the sector-specific ones that their
   * employers named, once per occupation and code.
   */
  async listCoursesForCollege(
    college: OrganizationId,
  ): Promise<readonly { rapidsCode: string; occupation: string; code: CourseCode; title: string; minutes: Minutes }[]> {
    return this.manager.query(
      `select distinct on (occupation, position, code) "rapidsCode", occupation, code, title, minutes from (
         select s.rapids_code as "rapidsCode", s.occupation_title as occupation, c.position, c.code, c.title,
           c.required_minutes as minutes, s.published_at
         from partnerships p
         join standards s on s.sponsor_id = p.sponsor_id
         join rti_courses c on c.standard_id = s.id
         where p.organization_id = $1
         union all
         select s.rapids_code, s.occupation_title, c.position, part ->> 'code', part ->> 'title',
           (part ->> 'requiredMinutes')::int, s.published_at
         from partnerships p
         join standards s on s.sponsor_id = p.sponsor_id
         join customisation_changes m on m.standard_id = s.id and m.change ->> 'kind' = 'sector-courses-named'
         join rti_courses c on c.standard_id = s.id and c.code = m.change ->> 'course'
         cross join lateral jsonb_array_elements(m.change -> 'parts') as part
         where p.organization_id = $1
       ) offered
       order by occupation, position, code, published_at desc`,
      [college],
    );
  }
}
