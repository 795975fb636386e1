import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import { voidEntry } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class VoidEntry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes an entry out of every total by adding its reversal; `not-found` for an entry of another record. */
  async void(
    by: KnownPerson,
    id: ApprenticeshipId,
    { entry: entryId, reason }: { entry: RecordEntryId; reason: string },
  ): Promise<void> {
    await this.database.transaction(async (tables) => {
      const { record } = tables;
      const today = this.clock.today();
      const { apprenticeship } = await lockAgreement(tables, by, { id, today });
      const entry = found((await record.findAll([entryId])).find((one) => one.apprenticeship === id));
      const voided = (await record.reversedAmong([entryId])).has(entryId);
      const reversal = orRefuse(
        voidEntry(
          asActor(by),
          { entry, reason },
          { apprenticeship, voided, today, now: this.clock.now(), recordEntry: newId() },
        ),
      );
      await record.append(apprenticeship.sponsor, id, [reversal]);
    });
  }
}
