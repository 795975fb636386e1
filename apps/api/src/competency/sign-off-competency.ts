import type { CompetencyView } from '@journeybook/contracts';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, SignOff } from '@journeybook/domain';
import { signOffCompetency } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '@journeybook/database';
import { Clock } from '../clock.js';
import { lockAgreement } from '../access/open-agreement.js';
import { orRefuse } from '../http/refused.js';
import { ReadRecord } from '../record/read-record.js';

@Injectable()
export class SignOffCompetency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** Puts a mentor's sign-off on the record. Somebody who may not open the record learns nothing about it. */
  async signOff(by: KnownPerson, id: ApprenticeshipId, signOff: Omit<SignOff, 'by'>): Promise<CompetencyView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, mentorships, standard, totals } = await lockAgreement(tables, by, { id, today });
      const { record } = tables;
      const signed = totals.find((one) => one.subject === 'competency' && one.code === signOff.competency);
      const attested = orRefuse(
        signOffCompetency(
          { ...signOff, by: by.id },
          {
            apprenticeship,
            standard,
            mentorships,
            signedLevel: signed?.level ?? null,
            signedTimes: await record.countOf(id, 'competency-attested', signOff.competency),
            statusHistory: await record.listAgreement(id, ['status-changed']),
            today,
            now: this.clock.now(),
            recordEntry: newId(),
          },
        ),
      );
      await record.append(apprenticeship.sponsor, id, [attested]);
      await tables.signOffRequests.signedOff(id, signOff.competency, { by: by.id, at: attested.recordedAt });
    });
    return this.readRecord.competency(by, id, signOff.competency);
  }
}
