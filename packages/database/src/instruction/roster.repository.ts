import type {
  Apprenticeship,
  ApprenticeshipId,
  CourseCode,
  Instant,
  LaunchRole,
  LmsIdentityId,
  OrganizationId,
  PersonId,
  SectionId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { newId } from '../new-id.js';
import { type ApprenticeCandidate, agreementOf, candidates, seenGrades } from './learners.sql.js';
import { bringIdentityUpToDate, bringMemberUpToDate } from './launched-member.sql.js';

/** Somebody as a learning platform describes them. */
export interface LmsMember {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly sisId: string | null;
  readonly role: LaunchRole;
}

/** A learner of a section with all that is known: the match, the last grade, the credit that stands, the last push. */
export interface LearnerRow {
  readonly identity: LmsIdentityId;
  readonly name: string | null;
  readonly email: string | null;
  readonly sisId: string | null;
  readonly person: PersonId | null;
  readonly matchedBy: string | null;
  readonly matchedAt: Instant | null;
  /** Of whom the learner is, in the occupation of the section's course; the last one that is over where there is none in training. */
  readonly agreement: ApprenticeCandidate | null;
  /** The grades that were read, oldest first; a null percent is one that was taken away. Null when none was ever read. */
  readonly grades:
    | readonly { readonly percent: number | null; readonly comment: string | null; readonly readAt: Instant }[]
    | null;
  /** When a credit of the course was last reversed after a question. */
  readonly reversedAt: Instant | null;
  /** What was written into the gradebook as a mark of completion. */
  readonly marks: readonly number[];
  readonly push: {
    readonly state: 'waiting' | 'delivered' | 'kept' | 'refused';
    readonly percent: number | null;
    readonly graded: boolean;
    readonly at: Instant;
    readonly message: string;
  } | null;
  readonly credit: {
    readonly entry: string;
    readonly minutes: number;
    readonly on: string;
    readonly by: { readonly id: string; readonly name: string };
  } | null;
}

/** A grade that is another than the last one known; null is unknown. */
export interface ChangedGrade {
  readonly identity: LmsIdentityId;
  readonly before: number | null;
  readonly now: number | null;
}

/** From a college `$1`: everybody in training with the sponsors it works with. */
/** Who is in a section, and which apprentice each learner is. */
export class RosterRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Makes or refreshes the identities and answers their ids by subject. What the platform left out keeps its last value. */
  async upsertIdentities(
    college: OrganizationId,
    registrationId: string,
    { members, at }: { members: readonly Omit<LmsMember, 'role'>[]; at: Instant },
  ): Promise<ReadonlyMap<string, LmsIdentityId>> {
    const rows = await this.manager.query<{ id: LmsIdentityId; subject: string }[]>(
      `insert into lms_identities as i (id, college_id, registration_id, subject, name, email, sis_id, first_seen_at)
       select id, $1, $2, subject, name, email, "sisId", $3
       from jsonb_to_recordset($4::jsonb) as n(id uuid, subject text, name text, email text, "sisId" text)
       ${bringIdentityUpToDate}
       returning id, subject`,
      [college, registrationId, at, JSON.stringify(members.map((member) => ({ ...member, id: newId() })))],
    );
    return new Map(rows.map(({ subject, id }) => [subject, id]));
  }

  /** Notes who was seen in a section. */
  async seen(
    section: SectionId,
    members: readonly { identity: LmsIdentityId; role: LaunchRole }[],
    at: Instant,
  ): Promise<void> {
    await this.manager.query(
      `insert into section_members as m (section_id, identity_id, role, first_seen_at, last_seen_at)
       select $1, identity, role, $2, $2 from jsonb_to_recordset($3::jsonb) as n(identity uuid, role text)
       ${bringMemberUpToDate}`,
      [section, at, JSON.stringify(members)],
    );
  }

  /**
   * After a complete read that began at `at`: whoever was not in it has left, unless they were seen since. Their evidence and their
   * credits stay. Answers the learners who left.
   */
  async othersLeft(
    section: SectionId,
    present: readonly LmsIdentityId[],
    at: Instant,
  ): Promise<readonly LmsIdentityId[]> {
    const [rows] = await this.manager.query<[{ identity: LmsIdentityId; role: LaunchRole }[], number]>(
      `update section_members set left_at = $3 where section_id = $1 and left_at is null and identity_id <> all($2)
         and last_seen_at <= $3
       returning identity_id as identity, role`,
      [section, present, at],
    );
    return rows.filter(({ role }) => role === 'learner').map(({ identity }) => identity);
  }

  /**
   * Keeps what was read as evidence; the value that was there last, read again, is no new row, and a reading older than what is
   * known says nothing. Answers what changed.
   */
  async addResults(
    section: SectionId,
    results: readonly {
      subject: string;
      scorePercent: number | null;
      comment: string | null;
      gradedAt: Instant | null;
    }[],
    at: Instant,
  ): Promise<readonly ChangedGrade[]> {
    return this.manager.query(
      `with changed as (
       select n.id, m.section_id, m.identity_id, round(n."scorePercent", 3) as percent, n.comment, n."gradedAt",
         l.score_percent as before
       from jsonb_to_recordset($3::jsonb)
         as n(id uuid, subject text, "scorePercent" numeric, comment text, "gradedAt" timestamptz)
       join lms_identities i on i.subject = n.subject
       join section_members m on m.identity_id = i.id and m.section_id = $1
       left join lateral (
         select r.id, r.score_percent, r.comment, r.graded_at, r.observed_at from course_results r
         where r.section_id = m.section_id and r.identity_id = m.identity_id order by r.observed_at desc, r.id desc limit 1
       ) l on true
       where l.id is null
         or (l.observed_at <= $2 and (l.score_percent, l.comment, l.graded_at) is distinct from
           (round(n."scorePercent", 3), n.comment, n."gradedAt"))
       ), kept as (
         insert into course_results (id, section_id, identity_id, score_percent, comment, graded_at, observed_at)
         select id, section_id, identity_id, percent, comment, "gradedAt", $2 from changed
       )
       select identity_id as identity, before, percent as now from changed`,
      [section, at, JSON.stringify(results.map((result) => ({ ...result, id: newId() })))],
    );
  }

  /** The subjects of the learners in a section whose subjects are none of these. */
  async otherLearners(section: SectionId, subjects: readonly string[]): Promise<readonly string[]> {
    const rows = await this.manager.query<{ subject: string }[]>(
      `select i.subject from section_members m join lms_identities i on i.id = m.identity_id
       where m.section_id = $1 and m.role = 'learner' and m.left_at is null
         and not exists (select from unnest($2::text[]) n(subject) where n.subject = i.subject)
       order by i.subject`,
      [section, subjects],
    );
    return rows.map(({ subject }) => subject);
  }

  /** The person an identity is linked to; null while nobody confirmed who it is. */
  async linkedPerson(identity: LmsIdentityId): Promise<PersonId | null> {
    const [row] = await this.manager.query<{ person: PersonId }[]>(
      'select person_id as person from person_links where identity_id = $1 and revoked_at is null',
      [identity],
    );
    return row?.person ?? null;
  }

  /** As `linkedPerson`; holds everybody else who says who the learner is until the transaction ends. */
  async lockLinkedPerson(identity: LmsIdentityId): Promise<PersonId | null> {
    await this.manager.query('select from lms_identities where id = $1 for update', [identity]);
    return this.linkedPerson(identity);
  }

  /** Links an identity to a person; an earlier link ends. Doing it twice leaves one link. */
  async link(link: {
    identity: LmsIdentityId;
    person: PersonId;
    method: 'confirmed-by-instructor' | 'own-launch' | 'claimed-with-code';
    by: PersonId;
    at: Instant;
  }): Promise<void> {
    if ((await this.lockLinkedPerson(link.identity)) === link.person) return;
    await this.unlink(link.identity, link.at);
    await this.manager.query(
      `insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), link.identity, link.person, link.method, link.by, link.at],
    );
  }

  async unlink(identity: LmsIdentityId, at: Instant): Promise<void> {
    await this.manager.query('update person_links set revoked_at = $2 where identity_id = $1 and revoked_at is null', [
      identity,
      at,
    ]);
  }

  async identity(id: LmsIdentityId): Promise<{ readonly subject: string; readonly name: string | null }> {
    const [row] = await this.manager.query<{ subject: string; name: string | null }[]>(
      'select subject, name from lms_identities where id = $1',
      [id],
    );
    if (!row) throw new Error(`no identity ${id}`);
    return row;
  }

  /** Whether the identity is a learner of the section now. */
  async isLearner(section: SectionId, identity: LmsIdentityId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select from section_members where section_id = $1 and identity_id = $2 and role = 'learner' and left_at is null`,
      [section, identity],
    );
    return rows.length > 0;
  }

  /** Everybody in training with the sponsors this college works with. */
  async listCandidates(college: OrganizationId): Promise<readonly ApprenticeCandidate[]> {
    return this.manager.query(`${candidates} order by p.name, a.began_on desc`, [college]);
  }

  /** The agreement a linked learner is in now: the newest one in an occupation that has this course. */
  async findApprenticeship(
    college: OrganizationId,
    person: PersonId,
    rapidsCode: string,
  ): Promise<Apprenticeship['id'] | null> {
    const [row] = await this.manager.query<{ apprenticeship: ApprenticeshipId }[]>(
      `${candidates} and p.id = $2 and s.rapids_code = $3 order by a.began_on desc limit 1`,
      [college, person, rapidsCode],
    );
    return row?.apprenticeship ?? null;
  }

  /** The learners of a section; `mapping` is the RTI course whose standing credit is shown, null while it is not mapped. */
  async listLearners(
    section: { readonly id: SectionId; readonly college: OrganizationId },
    mapping: { readonly rapidsCode: string; readonly course: CourseCode } | null,
  ): Promise<readonly LearnerRow[]> {
    return this.manager.query(
      `select i.id as identity, i.name, i.email, i.sis_id as "sisId", l.person_id as person, cb.name as "matchedBy",
         ${instantText('l.confirmed_at')} as "matchedAt", to_json(a) as agreement, g.grades, ${instantText('v.at')} as "reversedAt",
         n.marks, d.push, c.credit
       from section_members m
       join lms_identities i on i.id = m.identity_id
       left join person_links l on l.identity_id = i.id and l.revoked_at is null
       left join people cb on cb.id = l.confirmed_by
       left join lateral (${agreementOf({ college: '$1', person: 'l.person_id', rapidsCode: '$4' })}) a on true
       left join lateral (${seenGrades} where r.section_id = m.section_id and r.identity_id = m.identity_id) g on true
       left join lateral (
         select max(w.decided_at) as at from credit_reviews w join record_entries e on e.id = w.entry_id
         where e.apprenticeship_id = a.apprenticeship and e.code = $3 and w.decision = 'reverse'
       ) v on true
       left join lateral (
         select coalesce(json_agg(distinct s.score_percent) filter (where s.score_percent is not null), '[]') as marks
         from score_deliveries s where s.section_id = m.section_id and s.identity_id = m.identity_id and not s.graded
       ) n on true
       left join lateral (
         select json_build_object('state', case s.outcome_kind when 'kept-grade' then 'kept' else s.state end,
           'percent', s.score_percent, 'graded', s.graded, 'message', s.message,
           'at', ${instantText('coalesce(s.outcome_at, s.decided_at)')}) as push
         from score_deliveries s where s.section_id = m.section_id and s.identity_id = m.identity_id
         order by s.decided_at desc, s.id desc limit 1
       ) d on true
       left join lateral (
         select json_build_object('entry', e.id, 'minutes', e.minutes, 'on', e.occurred_on,
           'by', json_build_object('id', p.id, 'name', p.name)) as credit
         from record_entries e join people p on p.id = e.answered_by
         where e.apprenticeship_id = a.apprenticeship and e.kind = 'rti-hours-credited' and e.code = $3
           and not exists (select from record_entries r where r.reverses = e.id)
         order by e.sequence desc limit 1
       ) c on true
       where m.section_id = $2 and m.role = 'learner' and m.left_at is null
       order by i.name nulls last, i.subject`,
      [section.college, section.id, mapping?.course ?? null, mapping?.rapidsCode ?? null],
    );
  }
}
