import type { HoursView, KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { HoursEntryId } from '@journeybook/domain';
import { mayCorrectRecord, reverseHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { findCredit } from './find-credits.js';
import { lockRecorded } from './lock-recorded.js';

@Injectable()
export class ReverseHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes hours out of the totals and gives them back to the apprentice with the reason, both or neither. */
  async reverse(
    by: KnownPerson,
    id: HoursEntryId,
    { version: shownVersion, reason }: { version: number; reason: string },
  ): Promise<HoursView> {
    const actor = asActor(by);
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { agreement, entry } = await lockRecorded(tables, by, { id, today });
      const { apprenticeship, mentorships } = agreement;
      const recorded = { apprenticeship, mentorships, shownVersion, reason };
      const credit = await findCredit(tables, orRefuse(mayCorrectRecord(actor, entry, recorded)));
      const { returned, reversal } = orRefuse(
        reverseHours(actor, entry, { ...recorded, credit, today, at: this.clock.now(), recordEntry: newId() }),
      );
      await tables.hours.saveAll([returned]);
      await tables.record.append(apprenticeship.sponsor, apprenticeship.id, [reversal]);
    });
    return found((await this.database.read.hours.listViews([id]))[0]);
  }
}
