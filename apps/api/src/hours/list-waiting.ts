import type { QueueEntry } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipStatus } from '@journeybook/domain';
import { flagHours, trainedOn } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { mentorsAt } from '../http/actor.js';

const notThatDay = (status: ApprenticeshipStatus): string =>
  `The apprenticeship was ${status} on that day: these hours cannot be approved, only returned.`;

@Injectable()
export class ListWaiting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits for this mentor, each with the flags an approver looks at and why it can only be returned. */
  async list(mentor: KnownPerson): Promise<QueueEntry[]> {
    const waiting = await this.database.read.hours.listWaiting(mentor.id, mentorsAt(mentor));
    const changes = await this.database.read.record.listStatusChanges(waiting.map((one) => one.apprenticeship));
    return Promise.all(
      waiting.map(async ({ standard, sameEntries, payroll, ...entry }) => {
        const { policies } = await this.database.read.standards.get(standard);
        const loggedOn = this.clock.dateOf(entry.loggedAt);
        const flags = flagHours(entry, {
          policies,
          minutesThatDay: entry.minutesThatDay,
          sameEntries,
          loggedOn,
          payroll,
        });
        const training = trainedOn(entry.workedOn, changes.get(entry.apprenticeship));
        return { ...entry, flags: [...flags], blocked: training.ok ? null : notThatDay(training.refusal.status) };
      }),
    );
  }
}
