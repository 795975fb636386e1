import type { QueueEntry } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { flagHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { mentorsAt } from '../http/actor.js';

@Injectable()
export class ListWaiting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits for this mentor, each with the flags an approver looks at. */
  async list(mentor: KnownPerson): Promise<QueueEntry[]> {
    const waiting = await this.database.read.hours.listWaiting(mentor.id, mentorsAt(mentor));
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
        return { ...entry, flags: [...flags] };
      }),
    );
  }
}
