import type {
  CalendarDate,
  CompetencyCode,
  CourseCode,
  Instant,
  Minutes,
  OrganizationId,
  PersonActor,
  Role,
  Standard,
  StandardId,
  WorkProcessCode,
} from '@journeybook/domain';
import { collegeReaders, employerReaders } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { readable } from '../record/record-view.sql.js';
import { CompetencyRow, RtiCourseRow, StandardRow, WorkProcessRow } from './standard.entity.js';

/** A published version never changes (PRODUCT, "The program"), so one read per process and version is enough. */
const published = new WeakMap<object, Map<StandardId, Standard>>();
/** Versions published in a transaction: it may be undone, so what it reads of them is not remembered. */
const unconfirmed = new WeakMap<EntityManager, Set<StandardId>>();

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
    if (this.manager.queryRunner?.isTransactionActive)
      unconfirmed.set(this.manager, new Set(unconfirmed.get(this.manager)).add(id));
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
    if (!unconfirmed.get(this.manager)?.has(id)) cache.set(id, known);
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
    return this.manager.query(listed({ where: 's.sponsor_id = any($1)', counted: 'true' }), [sponsors]);
  }

  /**
   * The published versions that the domain's `openStandard` opens to the person, as `listOf`, each with how many of its open agreements
   * have a record that the person may open.
   */
  async listReadable(actor: PersonActor, today: CalendarDate): Promise<readonly StandardListed[]> {
    const where = `
      s.sponsor_id = any($4)
      or exists (select from partnerships p join organizations w on w.id = p.organization_id
        where p.sponsor_id = s.sponsor_id
          and ((w.kind = 'employer' and w.id = any($5)) or (w.kind = 'college' and w.id = any($6))))
      or exists (select from apprenticeships a where a.apprentice_id = $1 and a.standard_id = s.id)`;
    return this.manager.query(listed({ where, counted: readable }), [
      ...readableBy(actor, today),
      organizationsOf(actor, employerReaders),
      organizationsOf(actor, collegeReaders),
    ]);
  }

  /** How many open agreements bound to a version have a record that the person may open. */
  async countReadable(id: StandardId, actor: PersonActor, today: CalendarDate): Promise<number> {
    const [row] = await this.manager.query<{ apprentices: number }[]>(
      `select count(*) as apprentices from apprenticeships a where a.standard_id = $5 and ${isOpen} and ${readable}`,
      [...readableBy(actor, today), id],
    );
    return row?.apprentices ?? 0;
  }

  /** The version of the same program that its sponsor published before this one; null when this is the first. */
  async findBefore(id: StandardId): Promise<StandardId | null> {
    const [row] = await this.manager.query<{ id: StandardId }[]>(
      `select b.id from standards s join standards b on b.sponsor_id = s.sponsor_id and b.rapids_code = s.rapids_code
         and (b.published_at, b.id) < (s.published_at, s.id)
       where s.id = $1 order by b.published_at desc, b.id desc limit 1`,
      [id],
    );
    return row?.id ?? null;
  }

  /**
   * The names of the versions that a sponsor has published for an occupation. Until the transaction ends nobody else who asks here
   * publishes for this sponsor, so that two of one name are seen one after the other.
   */
  async lockVersions(sponsor: OrganizationId, rapidsCode: string): Promise<readonly string[]> {
    await this.manager.query('select from organizations where id = $1 for no key update', [sponsor]);
    const rows = await this.manager.query<{ version: string }[]>(
      'select version from standards where sponsor_id = $1 and rapids_code = $2',
      [sponsor, rapidsCode],
    );
    return rows.map((row) => row.version);
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

const isOpen = `a.status in ('draft', 'registered', 'active', 'suspended')`;

/** `counted` says which of the open agreements `a` bound to a version `s` are counted. */
const listed = ({ where, counted }: { where: string; counted: string }) => `
  select s.id, json_build_object('id', o.id, 'name', o.name) as sponsor,
    json_build_object('title', s.occupation_title, 'rapidsCode', s.rapids_code) as occupation, s.version, s.approach,
    s.ojt_minutes as "ojtMinutes", s.rti_minutes as "rtiMinutes", s.term_months as "termMonths",
    ${instantText('s.published_at')} as at,
    (select count(*) from apprenticeships a where a.standard_id = s.id and ${isOpen} and ${counted}) as apprentices
  from standards s join organizations o on o.id = s.sponsor_id
  where ${where} order by s.occupation_title, s.published_at desc, s.id`;

const organizationsOf = ({ roles }: PersonActor, readers: readonly Role[]): readonly OrganizationId[] =>
  roles.filter((held) => readers.includes(held.role)).map((held) => held.organization);

/** The parameters of `readable`. */
const readableBy = (actor: PersonActor, today: CalendarDate): readonly unknown[] => [
  actor.person,
  today,
  organizationsOf(actor, ['employer-admin']),
  organizationsOf(actor, ['sponsor-admin', 'auditor']),
];
