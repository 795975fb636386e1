import { Database, newId } from '@journeybook/database';
import type { ReviewDecision, RtiHoursCredited } from '@journeybook/domain';
import { decideReview, mayAddEntries } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { orRefuse, Refused } from '../http/refused.js';
import { sponsorIn } from './credit-completions.js';
import type { Teacher } from './teacher.js';

@Injectable()
export class DecideReviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * An instructor decides credits in question, all or none: keeps them, or puts reversals beside them, which a record that is closed
   * takes no more (`record-closed`). One decision is about all that is in question of a credit. The gradebook is left as the
   * instructor has it.
   */
  async decide(
    teacher: Teacher,
    { reviews, decision, reason }: { reviews: readonly string[]; decision: ReviewDecision; reason: string },
  ): Promise<void> {
    const ids = [...new Set(reviews)];
    await this.database.transaction(async (tables) => {
      const at = this.clock.now();
      const by = await teacher.person(tables, at);
      const asked = await tables.creditReviews.find(teacher.section, ids);
      if (asked.length !== ids.length) throw new Refused({ kind: 'not-found' });
      const agreements = await tables.agreements.lockAll(asked.map(({ apprenticeship }) => apprenticeship));
      if (decision === 'reverse')
        for (const { apprenticeship } of agreements.values()) orRefuse(mayAddEntries(apprenticeship));
      const kept = await tables.creditReviews.lockAll(teacher.section, ids);
      const inQuestion = [...Map.groupBy(kept, ({ entry }) => entry)];
      const entries = inQuestion.map(([entry]) => entry);
      const reversed = await tables.record.reversedAmong(entries);
      const credits = new Map((await tables.record.findAll(entries)).map((entry) => [entry.id, entry]));
      const today = this.clock.today();
      const reversals = inQuestion.flatMap(([entry, reviewsOf]) => {
        const open = reviewsOf.every((review) => review.open);
        const credit = reversed.has(entry) ? null : ((credits.get(entry) ?? null) as RtiHoursCredited | null);
        const facts = { by, at, today, recordEntry: newId<RtiHoursCredited['id']>(), open, credit };
        const { reversal } = orRefuse(decideReview({ decision, reason }, facts));
        return reversal ? [{ sponsor: sponsorIn(agreements, reversal.apprenticeship), entry: reversal }] : [];
      });
      await tables.record.appendAll(reversals);
      const all = kept.map(({ id }) => id);
      await tables.creditReviews.decide(all, { decision, reason: reason.trim(), by, at });
    });
  }
}
