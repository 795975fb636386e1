import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import { approveHours, mayAddEntries } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { appendAll } from './append-all.js';
import type { DecidedEntries } from './decided-entries.js';
import { decided } from './decided-entries.js';
import type { ShownEntry } from './shown-entries.js';
import { lockShown } from './shown-entries.js';

@Injectable()
export class ApproveHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Approves the listed entries in one act: all of them are on the record afterwards, or none. */
  async approve(by: KnownPerson, shown: readonly ShownEntry[]): Promise<DecidedEntries> {
    return this.database.transaction(async (tables) => {
      const locked = await lockShown(tables, shown);
      const agreements = locked.map(({ entry }) => entry.apprenticeship);
      const mentorships = await tables.apprenticeships.mentorshipsOf(agreements);
      const changes = await tables.record.listStatusChanges(agreements);
      const at = this.clock.now();
      const decisions = locked.map(({ entry, shownVersion, apprenticeship }) => {
        const statusHistory = changes.get(entry.apprenticeship) ?? [];
        const deciding = { by: asActor(by), apprenticeship, mentorships, shownVersion };
        return orRefuse(approveHours(entry, { ...deciding, at, recordEntry: newId<never>(), statusHistory }));
      });
      for (const { apprenticeship } of locked) orRefuse(mayAddEntries(apprenticeship));
      await tables.hours.saveAll(decisions.map(({ approved }) => approved));
      await appendAll(
        tables,
        decisions.map(({ credit }) => credit),
      );
      return decided(decisions.map(({ approved }) => approved));
    });
  }
}
