import type { Session } from '@journeybook/contracts';
import type { KnownPerson, SecondFactorState } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { isTraining, secondFactorDuty } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor, mentorsAt, onBehalfOf } from '../http/actor.js';
import { found } from '../http/refused.js';

@Injectable()
export class DescribeSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who somebody is now, by their id. */
  async of(person: PersonId): Promise<Session> {
    const known = found(await this.database.access.read.roles.find(person, this.clock.today()));
    return onBehalfOf({ kind: 'person', person: known }, () => this.describe(known));
  }

  /** Who somebody is, what they are to whom, and what waits for them. */
  async describe(person: KnownPerson & SecondFactorState): Promise<Session> {
    const { id, name, email, roles } = person;
    const own = await this.database.read.apprenticeships.listOf(id);
    const open = own.find((one) => isTraining(one.status)) ?? own[0];
    return {
      person: { id, name, email },
      roles: [...roles],
      ownApprenticeship: open?.id ?? null,
      waitingForApproval: mentorsAt(person).length > 0 ? await this.countWaiting(person) : 0,
      timeZone: this.clock.timeZone,
      secondFactor: this.describeSecondFactor(person),
    };
  }

  private describeSecondFactor(person: KnownPerson & SecondFactorState): Session['secondFactor'] {
    const duty = secondFactorDuty({ ...person, roles: asActor(person).roles, today: this.clock.today() });
    const has = person.hasSecondFactor;
    if (duty.state === 'none') return { has, needed: 'no', organization: null, requiredFrom: null };
    const asks = person.roles.find(({ organization }) => organization.id === duty.organization);
    return {
      has,
      needed: duty.state,
      organization: asks?.organization.name ?? null,
      requiredFrom: duty.requiredFrom,
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
