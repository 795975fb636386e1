import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { mayAddEntries, returnHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import type { DecidedEntries } from './decided-entries.js';
import { decided } from './decided-entries.js';
import type { ShownEntry } from './shown-entries.js';
import { lockShown } from './shown-entries.js';

@Injectable()
export class ReturnHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Gives the listed entries back to their apprentices with one reason; all of them or none. */
  async return(by: KnownPerson, shown: readonly ShownEntry[], reason: string): Promise<DecidedEntries> {
    return this.database.transaction(async (tables) => {
      const locked = await lockShown(tables, shown);
      const mentorships = await tables.apprenticeships.mentorshipsOf(locked.map(({ entry }) => entry.apprenticeship));
      const at = this.clock.now();
      const returned = locked.map(({ entry, shownVersion, apprenticeship }) =>
        orRefuse(returnHours(entry, { by: asActor(by), apprenticeship, mentorships, shownVersion, at, reason })),
      );
      for (const { apprenticeship } of locked) orRefuse(mayAddEntries(apprenticeship));
      await tables.hours.saveAll(returned);
      return decided(returned);
    });
  }
}
