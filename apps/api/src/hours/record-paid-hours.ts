import type { PaidHoursList } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, PaidHours } from '@journeybook/domain';
import { recordPaidHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { orRefuse } from '../http/refused.js';
import { editionOfPaid, presentPaidHours } from './present-paid-hours.js';

@Injectable()
export class RecordPaidHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what the employer paid in one period and answers all of them; refused when any of them changed since they were shown. Nothing
   * is credited by it.
   */
  async record(
    by: KnownPerson,
    { apprenticeship: id, shown }: { apprenticeship: ApprenticeshipId; shown: string },
    paid: PaidHours,
  ): Promise<PaidHoursList> {
    return this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship } = await lockAgreement(tables, by, { id, today });
      const recorded = await tables.paidHours.listOf(apprenticeship);
      const kept = orRefuse(recordPaidHours(asActor(by), paid, { apprenticeship, recorded, today }));
      asShown(shown, editionOfPaid(recorded));
      await tables.paidHours.save(apprenticeship, { ...kept, by: by.id, at: this.clock.now() });
      return presentPaidHours(await tables.paidHours.listOf(apprenticeship));
    });
  }
}
