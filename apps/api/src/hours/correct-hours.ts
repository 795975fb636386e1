import type { HoursView } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type {
  CalendarDate,
  CompetencyCode,
  HoursEntryId,
  Minutes,
  PersonId,
  WorkProcessCode,
  WorkTimes,
} from '@journeybook/domain';
import { correctHours, mayChangeHours, submitHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { loggingFacts } from './logging-facts.js';

export interface Correction {
  /** Of the entry, as it was shown. */
  readonly version: number;
  readonly workedOn: CalendarDate;
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly times?: WorkTimes;
  readonly practised?: readonly CompetencyCode[];
  readonly note: string;
  readonly submit: boolean;
}

@Injectable()
export class CorrectHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Changes a draft or returned entry and, unless it is to stay a draft, submits it. */
  async correct(by: PersonId, id: HoursEntryId, correction: Correction): Promise<HoursView> {
    const { version: shownVersion, submit, ...corrected } = correction;
    await this.database.transaction(async (tables) => {
      const agreement = found((await tables.hours.findAll([id]))[0], { kind: 'not-their-hours' }).apprenticeship;
      const held = found(await tables.agreements.lock(agreement));
      const entry = found((await tables.hours.lockAll([id]))[0], { kind: 'not-their-hours' });
      const { workedOn } = corrected;
      const facts = await loggingFacts(tables, this.clock, { agreement: held, workedOn, except: [id] });
      const draft = orRefuse(correctHours(entry, { by, shownVersion, corrected }, facts));
      await tables.hours.saveAll([submit ? orRefuse(submitHours(draft, { by, at: facts.now })) : draft]);
    });
    return found((await this.database.read.hours.listViews([id]))[0]);
  }

  /** Discards a draft or returned entry, as it was shown. What waits or was approved stays. */
  async discard(by: PersonId, id: HoursEntryId, shownVersion: number): Promise<void> {
    await this.database.transaction(async ({ hours, audit }) => {
      const [entry] = await hours.lockAll([id]);
      if (!entry) throw new Refused({ kind: 'not-their-hours' });
      orRefuse(mayChangeHours(entry, { by, shownVersion }));
      await hours.discard(id);
      audit.concern({ apprenticeships: [entry.apprenticeship] });
    });
  }
}
