import type { StandingRequestView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { asActor, organizationsWith } from '../http/actor.js';
import { presentRequests } from './present-request.js';

@Injectable()
export class ListStandingRequests {
  constructor(private readonly database: Database) {}

  /** What waits for this person's decision, the oldest first; not what they asked for themselves: others decide that. */
  async list(by: KnownPerson): Promise<StandingRequestView[]> {
    const actor = asActor(by);
    const waiting = await this.database.read.standingRequests.listWaiting(organizationsWith(actor, 'sponsor-admin'));
    const requests = await presentRequests(this.database.read, waiting, actor);
    return requests.filter((one) => one.may.decide);
  }
}
