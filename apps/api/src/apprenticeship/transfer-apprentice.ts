import type { AgreementView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, Transfer } from '@journeybook/domain';
import { transferApprentice } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { ReadAgreement } from './read-agreement.js';
import { statusFacts } from './status-facts.js';

@Injectable()
export class TransferApprentice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /** Ends the agreement for one with another program of the occupation. */
  async transfer(by: KnownPerson, id: ApprenticeshipId, transfer: Transfer): Promise<AgreementView> {
    await this.database.transaction(async (tables) => {
      const agreement = await lockAgreement(tables, by, { id, today: this.clock.today() });
      const { rapidsCode } = agreement.program.occupation;
      const facts = await statusFacts(tables, this.clock, { agreement, effectiveOn: transfer.effectiveOn });
      const changed = orRefuse(transferApprentice(asActor(by), transfer, { ...facts, rapidsCode }));
      await tables.record.append(agreement.apprenticeship.sponsor, id, [changed.change]);
      await tables.apprenticeships.save(changed.apprenticeship);
    });
    return this.readAgreement.read(by, id);
  }
}
