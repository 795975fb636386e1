import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { awardCompletion, holidaysFrom, termsOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { completionFacts } from './present-completion.js';
import { ReadCompletion } from './read-completion.js';

@Injectable()
export class AwardCompletion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readCompletion: ReadCompletion,
  ) {}

  /** Awards completion: the award, the change of status and the closed agreement in one act. */
  async award(by: KnownPerson, id: ApprenticeshipId, shownVersion: number): Promise<CompletionView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const agreement = await lockAgreement(tables, by, { id, today });
      const { review, ...facts } = await completionFacts(tables, agreement, today);
      const { award, change, apprenticeship } = orRefuse(
        awardCompletion(asActor(by), review, {
          ...facts,
          history: facts.entries.filter((entry) => entry.kind === 'status-changed'),
          agency: termsOf(agreement.standard).agency,
          holidays: holidaysFrom(today),
          now: this.clock.now(),
          shownVersion,
          recordEntry: newId(),
          awardEntry: newId(),
        }),
      );
      await tables.record.append(apprenticeship.sponsor, id, [award, change]);
      await tables.apprenticeships.save(apprenticeship);
    });
    return this.readCompletion.read(by, id);
  }
}
