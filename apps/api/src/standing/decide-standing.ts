import type { StandingRequestView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { StandingDecision, StandingRequestId } from '@journeybook/domain';
import { decideStanding } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { presentRequests } from './present-request.js';

@Injectable()
export class DecideStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Grants or refuses a request: the decision and the entries of all that was granted, or nothing. */
  async decide(
    by: KnownPerson,
    id: StandingRequestId,
    decision: Pick<StandingDecision, 'granted' | 'reason'>,
  ): Promise<StandingRequestView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const asked = found(await tables.standingRequests.find(id), { kind: 'not-their-record' });
      const agreement = await lockAgreement(tables, by, { id: asked.request.apprenticeship, today });
      const { apprenticeship, standard } = agreement;
      const { request } = found(await tables.standingRequests.lock(id));
      const all = await tables.standingRequests.listOf(apprenticeship.id);
      const { decided, grants } = orRefuse(
        decideStanding(
          asActor(by),
          request,
          { ...decision, recordEntries: decision.granted.map(() => newId()) },
          {
            apprenticeship,
            standard,
            entries: await tables.record.list(apprenticeship.id),
            others: all.flatMap((one) => (one.request.id === id ? [] : [one.request])),
            today,
            now: this.clock.now(),
          },
        ),
      );
      await tables.standingRequests.decide(decided);
      await tables.record.append(apprenticeship.sponsor, apprenticeship.id, grants);
    });
    const tables = this.database.read;
    const kept = found(await tables.standingRequests.find(id));
    return found((await presentRequests(tables, [kept], asActor(by)))[0]);
  }
}
