import type { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { countRequirements, countTakenBack, heldReview, mayReview } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { asActor, organizationsWith } from '../http/actor.js';
import { found } from '../http/refused.js';

type Waiting = z.output<typeof endpoints.listCompletions.reply>['waiting'];

@Injectable()
export class ListCompletions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What the employers attested and waits for this person's review, the longest first, with how far the review is. The number of
   * statements does not grow with what waits.
   */
  async list(by: KnownPerson): Promise<Waiting> {
    const { agreements, completionReviews, records } = this.database.read;
    const [today, reader] = [this.clock.today(), asActor(by)];
    const waiting = await completionReviews.listWaiting(organizationsWith(reader, 'sponsor-admin'));
    const ids = waiting.map((one) => one.apprenticeship);
    const known = await agreements.findAll(ids);
    const earned = await records.listStanding(ids, ['credential-earned']);
    const takenBack = await records.listTakenBack(ids);
    return waiting.flatMap(({ items, ...one }) => {
      const { apprenticeship, standard, totals } = found(known.get(one.apprenticeship));
      if (!mayReview(reader, apprenticeship).ok) return [];
      const credentials = new Set((earned.get(one.apprenticeship) ?? []).map((entry) => entry.credential));
      const { id, beganOn } = apprenticeship;
      const requirements = countRequirements(standard, { beganOn, totals, credentials, today });
      const held = heldReview(
        { apprenticeship: id, items, version: 0 },
        requirements,
        countTakenBack(standard, takenBack(id)),
      );
      const counts = { reviewed: held.items.length, requirements: requirements.length };
      return [{ ...one, occupation: standard.occupation.title, ...counts }];
    });
  }
}
