import type {
  ApprenticeshipId,
  CalendarDate,
  CourseCode,
  Instant,
  LmsIdentityId,
  Minutes,
  PersonId,
  RecordEntryId,
  ReviewCause,
  ReviewDecision,
  SectionId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { newId } from '../new-id.js';
import type { ChangedGrade } from './roster.repository.js';

/** A credit in question for one reason; there may be others beside it. */
export interface OpenReview {
  readonly id: string;
  readonly identity: LmsIdentityId;
  readonly entry: RecordEntryId;
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: string;
  readonly cause: ReviewCause;
  /** The grade that was credited, and the one that is there now; null is none. */
  readonly creditedPercent: number | null;
  readonly seenPercent: number | null;
  readonly minutes: Minutes;
  readonly creditedOn: CalendarDate;
  readonly openedAt: Instant;
}

/** A review as it is decided. */
export interface KeptReview {
  readonly id: string;
  readonly entry: RecordEntryId;
  readonly apprenticeship: ApprenticeshipId;
  readonly open: boolean;
}

const kept = `
  select w.id, w.entry_id as entry, e.apprenticeship_id as apprenticeship, w.decision is null as open
  from credit_reviews w join record_entries e on e.id = w.entry_id
  where w.section_id = $1`;

/** Reviews of credits: what came up after a credit, and what a person decided. */
export class CreditReviewRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Opens reviews, each of a credit of a section; where one is open already about the same of it – its grade, whether the learner is
   * there, or the match – that one shows what was seen last. Of several accounts that led to one credit, one asks.
   */
  async open(
    reviews: readonly {
      section: SectionId;
      identity: LmsIdentityId;
      entry: RecordEntryId;
      cause: ReviewCause;
      seenPercent: number | null;
    }[],
    at: Instant,
  ): Promise<void> {
    if (reviews.length === 0) return;
    await this.manager.query(
      `insert into credit_reviews (id, section_id, identity_id, entry_id, cause, seen_percent, opened_at)
       select distinct on (entry, split_part(cause, '-', 1)) id, section, identity, entry, cause, round("seenPercent", 3), $1
       from jsonb_to_recordset($2::jsonb)
         as n(id uuid, section uuid, identity uuid, entry uuid, cause text, "seenPercent" numeric)
       order by entry, split_part(cause, '-', 1), "seenPercent" nulls first
       on conflict (entry_id, split_part(cause, '-', 1)) where decision is null do update
         set cause = excluded.cause, seen_percent = excluded.seen_percent`,
      [at, JSON.stringify(reviews.map((review) => ({ ...review, id: newId() })))],
    );
  }

  /** Closes what these learners no longer give cause for: the grade passes again, or they are back. Nobody has to decide it. */
  async settle(
    section: SectionId,
    { identities, causes }: { identities: readonly LmsIdentityId[]; causes: readonly ReviewCause[] },
    at: Instant,
  ): Promise<void> {
    await this.manager.query(
      `update credit_reviews set decision = 'settled', decided_at = $4
       where section_id = $1 and decision is null and identity_id = any($2) and cause = any($3)`,
      [section, identities, causes, at],
    );
  }

  /**
   * The grade that was read last of a learner, as a change from the other one before it. None where it was known when the credit that
   * stands was given, and where a person has decided about the grade of that credit since.
   */
  async changesSince(
    { section, course }: { section: SectionId; course: CourseCode },
    identity: LmsIdentityId,
  ): Promise<readonly ChangedGrade[]> {
    return this.manager.query(
      `with grades as (
         select r.id, r.score_percent as percent, r.observed_at from course_results r
         where r.section_id = $1 and r.identity_id = $3
       ), latest as (select * from grades order by observed_at desc, id desc limit 1)
       select $3::uuid as identity, l.percent as now, (
         select g.percent from grades g where g.percent is distinct from l.percent order by g.observed_at desc, g.id desc limit 1
       ) as before
       from latest l
       where exists (
         select from person_links k
         join apprenticeships a on a.apprentice_id = k.person_id
         join record_entries e on e.apprenticeship_id = a.id and e.kind = 'rti-hours-credited' and e.code = $2
           and e.details ->> 'section' = $1::text
         where k.identity_id = $3 and k.revoked_at is null and e.recorded_at < l.observed_at
           and not exists (select from record_entries r where r.reverses = e.id)
           and not exists (select from credit_reviews w where w.entry_id = e.id and w.decision in ('keep', 'reverse')
             and w.cause like 'grade-%' and w.decided_at >= l.observed_at))`,
      [section, course, identity],
    );
  }

  /** The open reviews of a section whose credit stands, the oldest first. */
  async listOpen(section: SectionId): Promise<readonly OpenReview[]> {
    return this.manager.query(
      `select w.id, w.identity_id as identity, e.id as entry, e.apprenticeship_id as apprenticeship, p.name as apprentice,
         w.cause, (e.details ->> 'scorePercent')::numeric as "creditedPercent", w.seen_percent as "seenPercent", e.minutes,
         e.occurred_on as "creditedOn", ${instantText('w.opened_at')} as "openedAt"
       from credit_reviews w
       join record_entries e on e.id = w.entry_id
       join apprenticeships a on a.id = e.apprenticeship_id
       join people p on p.id = a.apprentice_id
       where w.section_id = $1 and w.decision is null
         and not exists (select from record_entries r where r.reverses = e.id)
       order by w.opened_at, p.name, w.id`,
      [section],
    );
  }

  /** The reviews of a section with those ids. */
  async find(section: SectionId, ids: readonly string[]): Promise<readonly KeptReview[]> {
    return this.manager.query(`${kept} and w.id = any($2) order by w.id`, [section, ids]);
  }

  /** The same with whatever else is open about their credits, held until the transaction ends. */
  async lockAll(section: SectionId, ids: readonly string[]): Promise<readonly KeptReview[]> {
    return this.manager.query(
      `${kept} and (w.id = any($2)
         or w.decision is null and w.entry_id in (select n.entry_id from credit_reviews n where n.id = any($2)))
       order by w.id for no key update of w`,
      [section, ids],
    );
  }

  async decide(
    ids: readonly string[],
    { decision, reason, by, at }: { decision: ReviewDecision; reason: string; by: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `update credit_reviews set decision = $2, reason = $3, decided_by = $4, decided_at = $5 where id = any($1)`,
      [ids, decision, reason, by, at],
    );
  }
}
