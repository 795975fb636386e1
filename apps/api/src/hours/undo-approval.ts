import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import { mayAddEntries, undoApproval } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { appendAll } from './append-all.js';
import type { DecidedEntries } from './decided-entries.js';
import { decided } from './decided-entries.js';
import { findCredits } from './find-credits.js';
import type { ShownEntry } from './shown-entries.js';
import { lockShown } from './shown-entries.js';

@Injectable()
export class UndoApproval {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes approvals back: the hours wait again, and on the record each credit has its reversal beside it. */
  async undo(by: KnownPerson, shown: readonly ShownEntry[]): Promise<DecidedEntries> {
    return this.database.transaction(async (tables) => {
      const locked = await lockShown(tables, shown);
      const credits = await findCredits(
        tables,
        locked.map(({ entry }) => entry),
      );
      const at = this.clock.now();
      const undone = locked.map(({ entry, shownVersion, apprenticeship }) => {
        if (entry.status === 'approved' && entry.version !== shownVersion)
          throw new Refused({ kind: 'changed-since-shown' });
        if (entry.status !== 'approved') throw new Refused({ kind: 'not-approved', status: entry.status });
        const credit = found(credits.get(entry.id));
        const undo = {
          by: asActor(by),
          apprenticeship,
          at,
          today: this.clock.today(),
          credit,
          recordEntry: newId<never>(),
        };
        return orRefuse(undoApproval(entry, undo));
      });
      for (const { apprenticeship } of locked) orRefuse(mayAddEntries(apprenticeship));
      await tables.hours.saveAll(undone.map(({ submitted }) => submitted));
      await appendAll(
        tables,
        undone.map(({ reversal }) => reversal),
      );
      return decided(undone.map(({ submitted }) => submitted));
    });
  }
}
