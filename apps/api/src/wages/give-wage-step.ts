import type { WagesView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntryId, WageToGive } from '@journeybook/domain';
import { giveWageStep } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { ReadWages } from './read-wages.js';

@Injectable()
export class GiveWageStep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readWages: ReadWages,
  ) {}

  /** Puts the wage that is paid for a step on the record; said again, nothing is added. */
  async give(by: KnownPerson, id: ApprenticeshipId, wage: WageToGive): Promise<WagesView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, standard } = await lockAgreement(tables, by, { id, today });
      const recordEntry = newId<RecordEntryId>();
      const entries = await tables.record.list(id);
      const facts = { apprenticeship, standard, entries, today, now: this.clock.now(), recordEntry };
      const given = orRefuse(giveWageStep(asActor(by), wage, facts));
      if (given.id === recordEntry) await tables.record.append(apprenticeship.sponsor, id, [given]);
    });
    return this.readWages.read(by, id);
  }
}
