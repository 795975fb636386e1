import type { ScoreDelivery, scoreOutcomeBody } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { found } from '../http/refused.js';
import { questionLastGrade } from './question-credits.js';

type Outcome = z.output<typeof scoreOutcomeBody>;

const states = { delivered: 'delivered', refused: 'refused', 'will-retry': 'waiting' } as const;

@Injectable()
export class ReportScore {
  constructor(private readonly database: Database) {}

  /** The score to deliver, and the column it belongs in. */
  async read(id: string): Promise<ScoreDelivery> {
    const delivery = found(await this.database.read.scores.find(id));
    const { state, contextId, subject, scorePercent, graded, restores, comment, decidedAt } = delivery;
    const column = { label: `RTI: ${delivery.title}`, resourceId: `${delivery.rapidsCode}/${delivery.courseCode}` };
    return { id, state, contextId, subject, scorePercent, graded, restores, comment, decidedAt, column };
  }

  /**
   * Notes what became of a delivery; one that ended already stays as it is. Where the gradebook did not take the score, the grade that
   * was read meanwhile may open a review.
   */
  async settle(id: string, { outcome, at, kind, message }: Outcome): Promise<void> {
    await this.database.transaction(async (tables) => {
      const delivery = found(await tables.scores.find(id));
      // A reading holds the section too: either what it read is seen here, or it finds that the delivery ended.
      const section = isNotTaken({ outcome, kind }) ? await tables.sections.lock(delivery.section) : null;
      const isNews = await tables.scores.settle(id, { state: states[outcome], at, kind, message });
      if (section && isNews) await questionLastGrade(tables, section, { identity: delivery.identity, at });
    });
  }
}

/** Whether the delivery ended and the gradebook has something else than the score. */
const isNotTaken = ({ outcome, kind }: Pick<Outcome, 'outcome' | 'kind'>): boolean =>
  outcome === 'refused' || (outcome === 'delivered' && kind === 'kept-grade');
