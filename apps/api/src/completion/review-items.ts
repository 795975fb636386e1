import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, ShownReview } from '@journeybook/domain';
import { reviewItems } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { completionFacts } from './present-completion.js';
import { ReadCompletion } from './read-completion.js';

@Injectable()
export class ReviewItems {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readCompletion: ReadCompletion,
  ) {}

  /** Keeps the sponsor's word on the requirements listed: on all of them, or on none. */
  async review(by: KnownPerson, id: ApprenticeshipId, shown: ShownReview): Promise<CompletionView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const agreement = await lockAgreement(tables, by, { id, today });
      const facts = await completionFacts(tables, agreement, today);
      const review = orRefuse(reviewItems(asActor(by), facts.review, shown, facts));
      await tables.completionReviews.save(agreement.apprenticeship.sponsor, review);
    });
    return this.readCompletion.read(by, id);
  }
}
