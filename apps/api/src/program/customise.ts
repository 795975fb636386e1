import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CustomChange } from '@journeybook/domain';
import { codesGiven, customise } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse, Refused } from '../http/refused.js';
import type { CustomisedAt } from './read-customisation.js';
import { openCustomised } from './read-customisation.js';

@Injectable()
export class Customise {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds one change to what an employer made its own; its apprentices have it from then on. */
  async customise(
    by: KnownPerson,
    at: CustomisedAt,
    { change, edition: shownEdition }: { change: CustomChange; edition: number },
  ): Promise<void> {
    await this.database.transaction(async (tables) => {
      const { standard, sponsor } = await openCustomised(tables, by, at);
      // Two employers who give one code at once are seen one after the other.
      await tables.standards.lockVersions(sponsor, standard.occupation.rapidsCode);
      const customisation = await tables.customisations.find(at.standard, at.employer);
      const others = await tables.customisations.listOthers(at.standard, at.employer);
      const takenCodes = new Set(others.flatMap(codesGiven));
      const next = orRefuse(customise(asActor(by), customisation, change, { standard, shownEdition, takenCodes }));
      const added = await tables.customisations.add(sponsor, next, { by: by.id, at: this.clock.now() });
      if (!added) throw new Refused({ kind: 'changed-since-shown' });
    });
  }
}
