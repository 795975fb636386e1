import type { Instant, LmsIdentityId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { ScoreDeliveryRow } from './section.entity.js';

/** A score on its way to the gradebook of a learning platform. */
export interface ScoreToDeliver {
  readonly id: string;
  readonly section: SectionId;
  readonly identity: LmsIdentityId;
  /** Null takes the score away that was written before. */
  readonly scorePercent: number | null;
  /** Whether the instructor gave this grade; otherwise it only says that the course was completed. */
  readonly graded: boolean;
  /** Whether it brings back what was there before a confirmation that was taken back. */
  readonly restores: boolean;
  readonly comment: string;
  readonly decidedAt: Instant;
}

/** `superseded`: a newer score of the same learner took its place before it was delivered. */
export type DeliveryState = 'waiting' | 'delivered' | 'refused' | 'superseded';

export interface DeliveryView {
  readonly id: string;
  readonly state: DeliveryState;
  readonly section: SectionId;
  readonly identity: LmsIdentityId;
  readonly contextId: string;
  readonly subject: string;
  readonly scorePercent: number | null;
  readonly graded: boolean;
  readonly restores: boolean;
  readonly comment: string;
  readonly decidedAt: Instant;
  readonly courseCode: string;
  /** Of the RTI course; of the learning platform's course where no standard names it. */
  readonly title: string;
  readonly rapidsCode: string;
}

/** A score that was decided on for a learner. */
export interface WrittenScore {
  readonly state: DeliveryState;
  readonly percent: number | null;
  readonly graded: boolean;
  readonly comment: string;
  /** The last score that was neither refused nor superseded; null when there is none, or it was taken away. */
  readonly kept: number | null;
  /** Every percent that the platform may ever have had from this tool, so also what was superseded or taken away since. */
  readonly everWritten: readonly number[];
}

/** The percent as the table keeps it: to three decimals. */
export const asKept = (percent: number): number => Math.round(percent * 1000) / 1000;

/**
 * The outbox of scores: written with the credit in one transaction, delivered by the LTI tool. A score that still waits when a newer
 * one of the same learner comes in is superseded by the table itself.
 */
export class ScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Puts scores of one section into the outbox by one statement. */
  async addAll(scores: readonly ScoreToDeliver[]): Promise<void> {
    if (scores.length === 0) return;
    await this.manager.query(
      `insert into score_deliveries (id, section_id, identity_id, score_percent, graded, restores, comment, decided_at, state)
       select id, section, identity, round("scorePercent", 3), graded, restores, comment, "decidedAt", 'waiting'
       from jsonb_to_recordset($1::jsonb) as n(id uuid, section uuid, identity uuid, "scorePercent" numeric, graded boolean,
         restores boolean, comment text, "decidedAt" timestamptz)`,
      [JSON.stringify(scores)],
    );
  }

  /** The last score of each of these learners, and the last that the platform has or will have; without those who have none. */
  async latestOf(
    section: SectionId,
    identities: readonly LmsIdentityId[],
  ): Promise<ReadonlyMap<LmsIdentityId, WrittenScore>> {
    const rows = await this.manager.query<(WrittenScore & { identity: LmsIdentityId })[]>(
      `select n.identity, l.state, l.score_percent as percent, l.graded, l.comment, k.percent as kept, w.percents as "everWritten"
       from unnest($2::uuid[]) as n(identity)
       cross join lateral (
         select d.state, d.score_percent, d.graded, d.comment from score_deliveries d
         where d.section_id = $1 and d.identity_id = n.identity order by d.decided_at desc, d.id desc limit 1
       ) l
       left join lateral (
         select d.score_percent as percent from score_deliveries d
         where d.section_id = $1 and d.identity_id = n.identity and d.state in ('waiting', 'delivered')
         order by d.decided_at desc, d.id desc limit 1
       ) k on true
       cross join lateral (
         select coalesce(json_agg(distinct d.score_percent) filter (where d.score_percent is not null), '[]') as percents
         from score_deliveries d where d.section_id = $1 and d.identity_id = n.identity
           and (d.state <> 'refused' or d.outcome_kind = 'gone')
       ) w`,
      [section, identities],
    );
    return new Map(rows.map(({ identity, ...score }) => [identity, score]));
  }

  async find(id: string): Promise<DeliveryView | null> {
    const [row] = await this.manager.query<DeliveryView[]>(
      `select d.id, d.state, d.section_id as section, d.identity_id as identity, s.context_id as "contextId", i.subject,
         d.score_percent as "scorePercent", d.graded, d.restores,
         d.comment, d.decided_at as "decidedAt", s.course_code as "courseCode", s.rapids_code as "rapidsCode",
         coalesce((select c.title from partnerships p
             join standards t on t.sponsor_id = p.sponsor_id and t.rapids_code = s.rapids_code
             join rti_courses c on c.standard_id = t.id and c.code = s.course_code
             where p.organization_id = s.college_id order by t.published_at desc limit 1), s.title) as title
       from score_deliveries d
       join sections s on s.id = d.section_id
       join lms_identities i on i.id = d.identity_id
       where d.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The gradebook no longer has the column, nor what was last delivered to it of each learner. */
  async columnGone(section: SectionId, at: Instant, message: string): Promise<void> {
    await this.manager.query(
      `update score_deliveries d set state = 'refused', outcome_at = $2, outcome_kind = 'gone', message = $3
       where d.section_id = $1 and d.state = 'delivered' and d.score_percent is not null and not exists (
         select from score_deliveries n where n.section_id = d.section_id and n.identity_id = d.identity_id
           and (n.decided_at, n.id) > (d.decided_at, d.id) and n.state <> 'refused')`,
      [section, at, message],
    );
  }

  /** What became of it; a delivery that ended stays as it is. Answers whether this was news. */
  async settle(
    id: string,
    outcome: { state: 'waiting' | 'delivered' | 'refused'; at: Instant; kind: string; message: string },
  ): Promise<boolean> {
    const { affected } = await this.manager.update(
      ScoreDeliveryRow,
      { id, state: 'waiting' },
      {
        state: outcome.state,
        outcomeAt: outcome.at,
        outcomeKind: outcome.kind,
        message: outcome.message,
      },
    );
    return affected === 1;
  }
}
