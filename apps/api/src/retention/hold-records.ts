import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId } from '@journeybook/domain';
import { liftHold, placeHold } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class HoldRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Places a legal hold on the apprentice of an agreement. The person is held meanwhile: nothing of them is erased at the same moment. */
  place(by: KnownPerson, id: ApprenticeshipId, reason: string): Promise<void> {
    return this.database.transaction(async (tables) => {
      const { apprenticeship, held } = await this.lock(tables, id);
      const erased = (await tables.retention.erasedAmong([id])).has(id);
      const because = orRefuse(placeHold(asActor(by), { apprenticeship, reason }, { held, erased }));
      const { sponsor, apprentice: person } = apprenticeship;
      const act = { reason: because, by: by.id, at: this.clock.now() };
      await tables.retention.placeHold({ id: newId(), sponsor, person }, act);
    });
  }

  /** Lifts the hold that the agreement's sponsor placed. */
  lift(by: KnownPerson, id: ApprenticeshipId, reason: string): Promise<void> {
    return this.database.transaction(async (tables) => {
      const { apprenticeship, held } = await this.lock(tables, id);
      const because = orRefuse(liftHold(asActor(by), { apprenticeship, reason }, { held }));
      const { sponsor, apprentice: person } = apprenticeship;
      await tables.retention.liftHold({ sponsor, person }, { reason: because, by: by.id, at: this.clock.now() });
    });
  }

  private async lock(
    tables: Tables,
    id: ApprenticeshipId,
  ): Promise<{ readonly apprenticeship: Apprenticeship; readonly held: boolean }> {
    const apprenticeship = found(await tables.apprenticeships.lock(id), { kind: 'not-their-program' });
    await tables.people.hold(apprenticeship.apprentice);
    const holds = await tables.retention.standingHolds([apprenticeship.apprentice]);
    return { apprenticeship, held: holds.some(({ sponsor }) => sponsor === apprenticeship.sponsor) };
  }
}
