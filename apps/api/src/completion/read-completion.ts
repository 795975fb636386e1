import type { CompletionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { completionFacts, presentCompletion } from './present-completion.js';

@Injectable()
export class ReadCompletion {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Where completion stands, for whoever may open the record. */
  async read(by: KnownPerson, id: ApprenticeshipId): Promise<CompletionView> {
    const today = this.clock.today();
    const tables = this.database.read;
    const agreement = await findAgreement(tables, by, { id, today });
    return presentCompletion(tables, await completionFacts(tables, agreement, today), asActor(by));
  }
}
