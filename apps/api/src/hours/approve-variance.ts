import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, Variance } from '@journeybook/domain';
import { approveVariance, minutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';

@Injectable()
export class ApproveVariance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Puts the sponsor's leave to count minutes above a maximum on the record, beside those of earlier variances. */
  async approve(by: KnownPerson, id: ApprenticeshipId, variance: Variance): Promise<void> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, standard, totals } = await lockAgreement(tables, by, { id, today });
      const own = totals.find((one) => one.subject === 'work-process' && one.code === variance.workProcess);
      const approved = orRefuse(
        approveVariance(asActor(by), variance, {
          apprenticeship,
          standard,
          allowedMinutes: own?.varianceMinutes ?? minutes(0),
          approvedTimes: await tables.record.countOf(id, 'variance-approved', variance.workProcess),
          today,
          now: this.clock.now(),
          recordEntry: newId(),
        }),
      );
      await tables.record.append(apprenticeship.sponsor, id, [approved]);
    });
  }
}
