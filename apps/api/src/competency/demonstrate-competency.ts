import type { CompetencyView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyAct } from '@journeybook/domain';
import { demonstrateCompetency } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';
import { lockForAct } from './lock-for-act.js';

@Injectable()
export class DemonstrateCompetency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Puts on the record that a mentor showed the work. It moves no total, and a request for a sign-off stays open. */
  async demonstrate(
    by: KnownPerson,
    id: ApprenticeshipId,
    demonstration: Omit<CompetencyAct, 'by'> & { readonly comment: string },
  ): Promise<CompetencyView> {
    await this.database.transaction(async (tables) => {
      const { facts } = await lockForAct(tables, by, { id, clock: this.clock });
      const demonstrated = orRefuse(demonstrateCompetency({ ...demonstration, by: by.id }, facts));
      await tables.record.append(facts.apprenticeship.sponsor, id, [demonstrated]);
    });
    return this.readRecord.competency(id, demonstration.competency);
  }
}
