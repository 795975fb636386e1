import type { Session } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { isTraining } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { mentorsAt } from '../http/actor.js';
import { found } from '../http/refused.js';

@Injectable()
export class DescribeSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who somebody is now, by their id. */
  async of(person: PersonId): Promise<Session> {
    return this.describe(found(await this.database.read.roles.find(person, this.clock.today())));
  }

  /** Who somebody is, what they are to whom, and what waits for them. */
  async describe(person: KnownPerson): Promise<Session> {
    const { id, name, email, roles } = person;
    const own = await this.database.read.apprenticeships.listOf(id);
    const open = own.find((one) => isTraining(one.status)) ?? own[0];
    return {
      person: { id, name, email },
      roles: [...roles],
      ownApprenticeship: open?.id ?? null,
      waitingForApproval: mentorsAt(person).length > 0 ? await this.countWaiting(person) : 0,
      timeZone: this.clock.timeZone,
    };
  }

  /** All that waits for a mentor: hours to decide and skills to look at. */
  private async countWaiting(mentor: KnownPerson): Promise<number> {
    const { hours, signOffRequests } = this.database.read;
    const [entries, requests] = await Promise.all([
      hours.countWaiting(mentor.id, mentorsAt(mentor)),
      signOffRequests.countWaiting(mentor.id, this.clock.today()),
    ]);
    return entries + requests;
  }
}
