import type { CompetencyView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, SignOffRequest } from '@journeybook/domain';
import { requestSignOff } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';

@Injectable()
export class RequestSignOff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Asks the mentors to look at a skill. Nothing of it is on the record. */
  async request(
    by: KnownPerson,
    id: ApprenticeshipId,
    asked: Pick<SignOffRequest, 'competency' | 'note'>,
  ): Promise<CompetencyView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, standard, totals } = await lockAgreement(tables, by, { id, today });
      const signed = totals.find((one) => one.subject === 'competency' && one.code === asked.competency);
      const request = orRefuse(
        requestSignOff(
          by.id,
          { ...asked, id: newId() },
          {
            apprenticeship,
            standard,
            signedLevel: signed?.level ?? null,
            open: await tables.signOffRequests.isOpen(id, asked.competency),
            today,
            now: this.clock.now(),
          },
        ),
      );
      await tables.signOffRequests.add(apprenticeship.sponsor, request);
    });
    return this.readRecord.competency(id, asked.competency);
  }
}
