import type { PaidHoursView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, PaidHours } from '@journeybook/domain';
import { recordPaidHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';

@Injectable()
export class RecordPaidHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what the employer paid in one period and answers all of them. Nothing is credited by it. */
  async record(by: KnownPerson, id: ApprenticeshipId, paid: PaidHours): Promise<PaidHoursView[]> {
    return this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship } = await lockAgreement(tables, by, { id, today });
      const recorded = await tables.paidHours.listOf(apprenticeship);
      const kept = orRefuse(recordPaidHours(asActor(by), paid, { apprenticeship, recorded, today }));
      await tables.paidHours.save(apprenticeship, { ...kept, by: by.id, at: this.clock.now() });
      return [...(await tables.paidHours.listOf(apprenticeship))];
    });
  }
}
