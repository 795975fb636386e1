import type { Instant, LmsIdentityId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { ScoreDeliveryRow } from './section.entity.js';

/** A score on its way to the gradebook of a learning platform. */
export interface ScoreToDeliver {
  readonly id: string;
  readonly section: SectionId;
  readonly identity: LmsIdentityId;
  readonly scorePercent: number;
  /** Whether the instructor gave this grade; otherwise it only says that the course was completed. */
  readonly graded: boolean;
  readonly comment: string;
  readonly decidedAt: Instant;
}

/** `superseded`: a newer score of the same learner took its place before it was delivered. */
export type DeliveryState = 'waiting' | 'delivered' | 'refused' | 'superseded';

export interface DeliveryView {
  readonly id: string;
  readonly state: DeliveryState;
  readonly contextId: string;
  readonly subject: string;
  readonly scorePercent: number;
  readonly graded: boolean;
  readonly comment: string;
  readonly decidedAt: Instant;
  readonly courseCode: string;
  readonly title: string;
  readonly rapidsCode: string;
}

/** The percent as the table keeps it: to three decimals. */
const asKept = (percent: number): number => Math.round(percent * 1000) / 1000;

/**
 * The outbox of scores: written with the credit in one transaction, delivered by the LTI tool. A score that still waits when a newer
 * one of the same learner comes in is superseded by the table itself.
 */
export class ScoreRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(score: ScoreToDeliver): Promise<void> {
    await this.manager.insert(ScoreDeliveryRow, {
      id: score.id,
      sectionId: score.section,
      identityId: score.identity,
      scorePercent: asKept(score.scorePercent),
      graded: score.graded,
      comment: score.comment,
      decidedAt: score.decidedAt,
      state: 'waiting',
      message: '',
    });
  }

  /** Whether this very score is waiting or delivered already; then pushing it again changes nothing. */
  async hasLatest(section: SectionId, identity: LmsIdentityId, scorePercent: number): Promise<boolean> {
    const [latest] = await this.manager.find(ScoreDeliveryRow, {
      where: { sectionId: section, identityId: identity },
      order: { decidedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return latest !== undefined && latest.state !== 'refused' && latest.scorePercent === asKept(scorePercent);
  }

  /** Whether any score of this learner is waiting or delivered. */
  async hasAny(section: SectionId, identity: LmsIdentityId): Promise<boolean> {
    return this.manager.existsBy(ScoreDeliveryRow, {
      sectionId: section,
      identityId: identity,
      state: In(['waiting', 'delivered']),
    });
  }

  async find(id: string): Promise<DeliveryView | null> {
    const [row] = await this.manager.query<DeliveryView[]>(
      `select d.id, d.state, s.context_id as "contextId", i.subject, d.score_percent as "scorePercent", d.graded, d.comment,
         d.decided_at as "decidedAt", s.course_code as "courseCode", s.title, s.rapids_code as "rapidsCode"
       from score_deliveries d
       join sections s on s.id = d.section_id
       join lms_identities i on i.id = d.identity_id
       where d.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** What became of it; a delivery that ended stays as it is. */
  async settle(
    id: string,
    outcome: { state: 'waiting' | 'delivered' | 'refused'; at: Instant; kind: string; message: string },
  ): Promise<void> {
    await this.manager.update(
      ScoreDeliveryRow,
      { id, state: 'waiting' },
      {
        state: outcome.state,
        outcomeAt: outcome.at,
        outcomeKind: outcome.kind,
        message: outcome.message,
      },
    );
  }
}
