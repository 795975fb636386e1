import type { CompetencyView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyAct } from '@journeybook/domain';
import { observeCompetency } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';
import { lockForAct } from './lock-for-act.js';

@Injectable()
export class ObserveCompetency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Puts on the record what a mentor saw. It is no sign-off at whatever level, and a request for one stays open. */
  async observe(
    by: KnownPerson,
    id: ApprenticeshipId,
    observation: Omit<CompetencyAct, 'by'> & { readonly level: number; readonly feedback: string },
  ): Promise<CompetencyView> {
    await this.database.transaction(async (tables) => {
      const { facts } = await lockForAct(tables, by, { id, clock: this.clock });
      const observed = orRefuse(observeCompetency({ ...observation, by: by.id }, facts));
      await tables.record.append(facts.apprenticeship.sponsor, id, [observed]);
    });
    return this.readRecord.competency(id, observation.competency);
  }
}
