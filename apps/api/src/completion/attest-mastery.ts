import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { attestMastery } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { completionFacts } from './present-completion.js';
import { ReadCompletion } from './read-completion.js';

@Injectable()
export class AttestMastery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readCompletion: ReadCompletion,
  ) {}

  /** Puts the employer's word on the record; from then on it waits for the sponsor. */
  async attest(by: KnownPerson, id: ApprenticeshipId, statement: string): Promise<CompletionView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const agreement = await lockAgreement(tables, by, { id, today });
      const facts = await completionFacts(tables, agreement, today);
      const entry = orRefuse(
        attestMastery(asActor(by), statement, { ...facts, now: this.clock.now(), recordEntry: newId() }),
      );
      await tables.record.append(agreement.apprenticeship.sponsor, id, [entry]);
    });
    return this.readCompletion.read(by, id);
  }
}
