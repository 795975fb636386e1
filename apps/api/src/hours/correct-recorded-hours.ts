import type { HoursView, KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { HoursEntryId, HoursToLog, RecordEntryId } from '@journeybook/domain';
import { correctApprovedHours, mayCorrectRecord } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { findCredit } from './find-credits.js';
import { lockRecorded } from './lock-recorded.js';
import { loggingFacts } from './logging-facts.js';

/** What the hours should have been, the version that was shown, and the reason. */
export interface RecordCorrection extends Omit<HoursToLog, 'id'> {
  readonly version: number;
  readonly reason: string;
}

@Injectable()
export class CorrectRecordedHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Corrects hours that are on the record: the hours, the reversal and the new credit are changed together or not at all. */
  async correct(by: KnownPerson, id: HoursEntryId, correction: RecordCorrection): Promise<HoursView> {
    const { version: shownVersion, reason, ...corrected } = correction;
    const actor = asActor(by);
    await this.database.transaction(async (tables) => {
      const { agreement, entry } = await lockRecorded(tables, by, { id, today: this.clock.today() });
      const { apprenticeship, mentorships } = agreement;
      const recorded = { apprenticeship, mentorships, shownVersion, reason };
      const credit = await findCredit(tables, orRefuse(mayCorrectRecord(actor, entry, recorded)));
      const facts = await loggingFacts(tables, this.clock, { agreement, workedOn: corrected.workedOn, except: [id] });
      const recordEntries = { reversal: newId<RecordEntryId>(), credit: newId<RecordEntryId>() };
      const now = orRefuse(
        correctApprovedHours(actor, entry, { ...recorded, credit, corrected, recordEntries }, facts),
      );
      await tables.hours.saveAll([now.approved]);
      await tables.record.append(apprenticeship.sponsor, apprenticeship.id, [now.reversal, now.credit]);
    });
    return found((await this.database.read.hours.listViews([id]))[0]);
  }
}
