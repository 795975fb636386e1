import type { CompetencyView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, SignOff } from '@journeybook/domain';
import { signOffCompetency } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';
import { lockForAct } from './lock-for-act.js';

@Injectable()
export class SignOffCompetency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Puts a mentor's sign-off on the record and answers with it the request that waited for it. */
  async signOff(by: KnownPerson, id: ApprenticeshipId, signOff: Omit<SignOff, 'by'>): Promise<CompetencyView> {
    await this.database.transaction(async (tables) => {
      const { facts, totals } = await lockForAct(tables, by, { id, clock: this.clock });
      const signed = totals.find((one) => one.subject === 'competency' && one.code === signOff.competency);
      const signedTimes = await tables.record.countOf(id, 'competency-attested', signOff.competency);
      const attested = orRefuse(
        signOffCompetency({ ...signOff, by: by.id }, { ...facts, signedLevel: signed?.level ?? null, signedTimes }),
      );
      await tables.signOffRequests.signedOff(id, signOff.competency, { by: by.id, at: attested.recordedAt });
      await tables.record.append(facts.apprenticeship.sponsor, id, [attested]);
    });
    return this.readRecord.competency(id, signOff.competency);
  }
}
