import type { ScoreDelivery, scoreOutcomeBody } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { found } from '../http/refused.js';

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

  /** Notes what became of a delivery; one that ended already stays as it is. */
  async settle(id: string, { outcome, at, kind, message }: z.output<typeof scoreOutcomeBody>): Promise<void> {
    found(await this.database.read.scores.find(id));
    await this.database.read.scores.settle(id, { state: states[outcome], at, kind, message });
  }
}
