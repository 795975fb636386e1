import type {
  ApprenticeshipId,
  CourseCode,
  Instant,
  KnownAccount,
  LmsIdentityId,
  OrganizationId,
  PersonId,
  RecordEntryId,
  SectionId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { candidates, seenGrades } from './learners.sql.js';
import type { LearnerRow } from './roster.repository.js';

/** A learner with what crediting asks about them. */
export interface LearnerFacts {
  readonly identity: LmsIdentityId;
  readonly isLearner: boolean;
  readonly person: PersonId | null;
  /** The newest agreement of theirs in an occupation that has the course. */
  readonly apprenticeship: ApprenticeshipId | null;
  /** Whether the agreement that was shown is one of that person. */
  readonly asShown: boolean;
}

/** A learner, with the agreement that was shown of them; null for none. */
export interface ShownLearner {
  readonly identity: LmsIdentityId;
  readonly shown: ApprenticeshipId | null;
}

/** The credit of a learner that stands for a course and came from this section. */
export interface SectionCredit {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId;
  readonly entry: RecordEntryId;
}

/** A grade of a learner without a credit, as it was read. */
export interface OpenGrades {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId;
  /** Oldest first; null where the platform knew none. */
  readonly grades: readonly { readonly percent: number | null; readonly observedAt: Instant }[];
  readonly reversedAt: Instant | null;
}

/** Many learners of a section at once: every question is one statement, however many there are. */
export class LearnerRepository {
  constructor(private readonly manager: EntityManager) {}

  async factsOf(
    section: { id: SectionId; college: OrganizationId; rapidsCode: string },
    learners: readonly ShownLearner[],
  ): Promise<readonly LearnerFacts[]> {
    return this.manager.query(
      `select n.identity, m.identity_id is not null as "isLearner", l.person_id as person, a.apprenticeship,
         exists (select from apprenticeships x where x.id = n.shown and x.apprentice_id = l.person_id) as "asShown"
       from jsonb_to_recordset($4::jsonb) as n(identity uuid, shown uuid)
       left join section_members m on m.section_id = $2 and m.identity_id = n.identity and m.role = 'learner'
         and m.left_at is null
       left join person_links l on l.identity_id = n.identity and l.revoked_at is null
       left join lateral (${candidates} and p.id = l.person_id and s.rapids_code = $3 order by a.began_on desc limit 1) a on true`,
      [section.college, section.id, section.rapidsCode, JSON.stringify(learners)],
    );
  }

  /** What stands of this section for these learners, read from the record itself. */
  async creditsFrom(
    section: SectionId,
    course: CourseCode,
    identities: readonly LmsIdentityId[],
  ): Promise<readonly SectionCredit[]> {
    return this.manager.query(
      `select l.identity_id as identity, e.apprenticeship_id as apprenticeship, e.id as entry
       from person_links l
       join apprenticeships a on a.apprentice_id = l.person_id
       join record_entries e on e.apprenticeship_id = a.id and e.kind = 'rti-hours-credited' and e.code = $2
         and e.details ->> 'section' = $1::text
       where l.identity_id = any($3) and l.revoked_at is null
         and not exists (select from record_entries r where r.reverses = e.id)`,
      [section, course, identities],
    );
  }

  /** The grades of matched learners of a section for whom no credit stands, with when one was last taken back. */
  async openGrades(section: {
    id: SectionId;
    college: OrganizationId;
    rapidsCode: string;
    course: CourseCode;
  }): Promise<readonly OpenGrades[]> {
    return this.manager.query(
      `select m.identity_id as identity, c.apprenticeship, g.grades, ${instantText('t.reversed_at')} as "reversedAt"
       from section_members m
       join person_links l on l.identity_id = m.identity_id and l.revoked_at is null
       cross join lateral (${candidates} and p.id = l.person_id and s.rapids_code = $3 order by a.began_on desc limit 1) c
       cross join lateral (
         select json_agg(json_build_object('percent', r.score_percent, 'observedAt', ${instantText('r.observed_at')})
           order by r.observed_at, r.id) as grades
         from course_results r where r.section_id = m.section_id and r.identity_id = m.identity_id
       ) g
       left join lateral (
         select max(r.recorded_at) as reversed_at from record_entries e join record_entries r on r.reverses = e.id
         where e.apprenticeship_id = c.apprenticeship and e.kind = 'rti-hours-credited' and e.code = $4
       ) t on true
       where m.section_id = $2 and m.role = 'learner' and m.left_at is null and g.grades is not null
         and not exists (select from record_entries e where e.apprenticeship_id = c.apprenticeship
           and e.kind = 'rti-hours-credited' and e.code = $4
           and not exists (select from record_entries r where r.reverses = e.id))`,
      [section.college, section.id, section.rapidsCode, section.course],
    );
  }

  /** The grades that were read of each of these learners, as the list of the section has them. */
  async gradesOf(
    section: SectionId,
    identities: readonly LmsIdentityId[],
  ): Promise<readonly Pick<LearnerRow, 'identity' | 'grades'>[]> {
    return this.manager.query(
      `select n.identity, g.grades from unnest($2::uuid[]) as n(identity)
       cross join lateral (${seenGrades} where r.section_id = $1 and r.identity_id = n.identity) g`,
      [section, identities],
    );
  }

  /** What the platform had for these learners before a moment; without those it had nothing for. */
  async gradesBefore(
    section: SectionId,
    asked: readonly { identity: LmsIdentityId; at: Instant }[],
  ): Promise<ReadonlyMap<LmsIdentityId, number>> {
    const rows = await this.manager.query<{ identity: LmsIdentityId; percent: number }[]>(
      `select n.identity, g.score_percent as percent
       from jsonb_to_recordset($2::jsonb) as n(identity uuid, at timestamptz)
       cross join lateral (
         select r.score_percent from course_results r
         where r.section_id = $1 and r.identity_id = n.identity and r.observed_at <= n.at
         order by r.observed_at desc, r.id desc limit 1
       ) g where g.score_percent is not null`,
      [section, JSON.stringify(asked)],
    );
    return new Map(rows.map(({ identity, percent }) => [identity, percent]));
  }

  /** Who each entry's apprentice is in a section: the identities that are linked to them and were ever in it. */
  async identitiesIn(
    section: SectionId,
    apprenticeships: readonly ApprenticeshipId[],
  ): Promise<ReadonlyMap<ApprenticeshipId, LmsIdentityId>> {
    const rows = await this.manager.query<{ apprenticeship: ApprenticeshipId; identity: LmsIdentityId }[]>(
      `select a.id as apprenticeship, m.identity_id as identity
       from apprenticeships a
       join person_links l on l.person_id = a.apprentice_id and l.revoked_at is null
       join section_members m on m.identity_id = l.identity_id and m.section_id = $1
       where a.id = any($2) order by m.last_seen_at`,
      [section, apprenticeships],
    );
    return new Map(rows.map(({ apprenticeship, identity }) => [apprenticeship, identity]));
  }

  /** Accounts of a college's platforms that are matched already. */
  async knownAccounts(college: OrganizationId): Promise<readonly KnownAccount[]> {
    return this.manager.query(
      `select l.person_id as person, i.email, i.sis_id as "sisId" from lms_identities i
       join person_links l on l.identity_id = i.id and l.revoked_at is null
       where i.college_id = $1 and i.registration_id is not null`,
      [college],
    );
  }

  /** Who was said not to be whom, of the learners of a section. */
  async declinedIn(section: SectionId): Promise<ReadonlyMap<LmsIdentityId, ReadonlySet<PersonId>>> {
    const rows = await this.manager.query<{ identity: LmsIdentityId; person: PersonId }[]>(
      `select d.identity_id as identity, d.person_id as person from declined_matches d
       join section_members m on m.identity_id = d.identity_id and m.section_id = $1`,
      [section],
    );
    const byIdentity = Map.groupBy(rows, (row) => row.identity);
    return new Map([...byIdentity].map(([identity, own]) => [identity, new Set(own.map(({ person }) => person))]));
  }

  /** Remembers that a learner is not this person, so that it is not suggested again. */
  async decline(declined: { identity: LmsIdentityId; person: PersonId; by: PersonId; at: Instant }): Promise<void> {
    await this.manager.query(
      `insert into declined_matches (identity_id, person_id, declined_by, declined_at) values ($1, $2, $3, $4)
       on conflict (identity_id, person_id) do nothing`,
      [declined.identity, declined.person, declined.by, declined.at],
    );
  }
}
