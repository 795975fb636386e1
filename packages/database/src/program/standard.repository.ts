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
import { CompetencyRow, RtiCourseRow, StandardRow, WorkProcessRow } from './standard.entity.js';

/** A published version never changes (PRODUCT, "The program"), so one read per process and version is enough. */
const published = new WeakMap<object, Map<StandardId, Standard>>();

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
      publishedAt: at,
    });
    await this.manager.insert(
      WorkProcessRow,
      workProcesses.map((one, position) => ({ ...one, standardId: id, position })),
    );
    await this.manager.insert(
      CompetencyRow,
      competencies.map(({ workProcess, ...one }, position) => ({
        ...one,
        workProcessCode: workProcess,
        standardId: id,
        position,
      })),
    );
    await this.manager.insert(
      RtiCourseRow,
      courses.map((one, position) => ({ ...one, standardId: id, position })),
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
      })),
      competencies: competencies.map((one) => ({
        code: one.code as CompetencyCode,
        workProcess: one.workProcessCode as WorkProcessCode,
        title: one.title,
        requiredLevel: one.requiredLevel,
        evaluationMethod: one.evaluationMethod,
      })),
      courses: courses.map((one) => ({
        code: one.code as CourseCode,
        title: one.title,
        requiredMinutes: one.requiredMinutes as Minutes,
        local: one.local,
      })),
    };
  }

  /** The courses that sections of this college may be: those of the sponsors it works with, once per occupation and code. */
  async listCoursesForCollege(
    college: OrganizationId,
  ): Promise<readonly { rapidsCode: string; occupation: string; code: CourseCode; title: string; minutes: Minutes }[]> {
    return this.manager.query(
      `select distinct on (s.occupation_title, c.position, c.code)
         s.rapids_code as "rapidsCode", s.occupation_title as occupation, c.code, c.title, c.required_minutes as minutes
       from partnerships p
       join standards s on s.sponsor_id = p.sponsor_id
       join rti_courses c on c.standard_id = s.id
       where p.organization_id = $1
       order by s.occupation_title, c.position, c.code, s.published_at desc`,
      [college],
    );
  }
}
