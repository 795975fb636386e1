import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { heldReview, returnCompletion } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { completionFacts } from './present-completion.js';
import { ReadCompletion } from './read-completion.js';

@Injectable()
export class ReturnCompletion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readCompletion: ReadCompletion,
  ) {}

  /** Gives the materials back to the employer: the reasons, the attestation taken back, and a review that begins anew. */
  async return(by: KnownPerson, id: ApprenticeshipId, reasons: readonly string[]): Promise<CompletionView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const agreement = await lockAgreement(tables, by, { id, today });
      const { requirements, takenBack, ...facts } = await completionFacts(tables, agreement, today);
      const { returned, reversal, review } = orRefuse(
        returnCompletion(
          asActor(by),
          { review: heldReview(facts.review, requirements, takenBack), reasons },
          { ...facts, now: this.clock.now(), recordEntries: { returned: newId(), reversal: newId() } },
        ),
      );
      const { sponsor } = agreement.apprenticeship;
      await tables.record.append(sponsor, id, [returned, reversal]);
      await tables.completionReviews.save(sponsor, review);
    });
    return this.readCompletion.read(by, id);
  }
}
