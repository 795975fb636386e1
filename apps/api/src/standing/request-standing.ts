import type { endpoints, StandingRequestView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, StandingRequestId } from '@journeybook/domain';
import { requestStanding } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { presentRequests } from './present-request.js';

type Asked = z.output<typeof endpoints.requestStanding.body>;

@Injectable()
export class RequestStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks for credit in the name of the caller. It waits for another person; nothing counts yet. */
  async request(by: KnownPerson, id: ApprenticeshipId, asked: Asked): Promise<StandingRequestView> {
    const requested = newId<StandingRequestId>();
    await this.database.transaction(async (tables) => {
      const { apprenticeship, standard } = await lockAgreement(tables, by, { id, today: this.clock.today() });
      const facts = { apprenticeship, standard, now: this.clock.now() };
      const request = orRefuse(requestStanding(asActor(by), { ...asked, id: requested }, facts));
      await tables.standingRequests.add(apprenticeship.sponsor, request);
    });
    const tables = this.database.read;
    const kept = found(await tables.standingRequests.find(requested));
    return found((await presentRequests(tables, [kept], asActor(by)))[0]);
  }
}
