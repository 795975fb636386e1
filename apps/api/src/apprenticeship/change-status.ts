import type { AgreementView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, StatusChange } from '@journeybook/domain';
import { changeStatus } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { ReadAgreement } from './read-agreement.js';
import { statusFacts } from './status-facts.js';

@Injectable()
export class ChangeStatus {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /** Changes the status by a plain change: suspends, reinstates, ends probation or cancels. */
  async change(by: KnownPerson, id: ApprenticeshipId, change: StatusChange): Promise<AgreementView> {
    await this.database.transaction(async (tables) => {
      const agreement = await lockAgreement(tables, by, { id, today: this.clock.today() });
      const facts = await statusFacts(tables, this.clock, { agreement, effectiveOn: change.effectiveOn });
      const changed = orRefuse(changeStatus(asActor(by), change, facts));
      await tables.record.append(agreement.apprenticeship.sponsor, id, [changed.change]);
      await tables.apprenticeships.save(changed.apprenticeship);
    });
    return this.readAgreement.read(by, id);
  }
}
