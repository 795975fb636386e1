import type { WagesView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { mayReadWages } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { presentWages } from './present-wages.js';

@Injectable()
export class ReadWages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Where an apprentice stands on the wage schedule, for the parties of the agreement. */
  async read(by: KnownPerson, id: ApprenticeshipId): Promise<WagesView> {
    const today = this.clock.today();
    const { record } = this.database.read;
    const agreement = await findAgreement(this.database.read, by, { id, today });
    orRefuse(mayReadWages(asActor(by), agreement.apprenticeship));
    return presentWages(agreement, { entries: await record.list(id), today, reader: asActor(by) });
  }
}
