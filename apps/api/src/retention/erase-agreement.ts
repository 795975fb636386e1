import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { eraseAgreement } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { AnswerVault } from '../vault/answer-vault.js';
import { readRetention } from './retention-facts.js';

@Injectable()
export class EraseAgreement {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases what may be erased of an agreement that is due. The vault has a connection of its own and is emptied first, after it was decided:
   * when the rest fails, the act is done again and finds nothing there.
   */
  erase(by: KnownPerson, id: ApprenticeshipId, reason: string): Promise<void> {
    return this.database.transaction(async (tables) => {
      const apprenticeship = found(await tables.apprenticeships.lock(id), { kind: 'not-their-program' });
      const { apprentice, sponsor } = apprenticeship;
      await tables.people.hold(apprentice);
      const [kept] = await readRetention(tables, [apprenticeship], this.clock.today());
      const erasure = orRefuse(
        eraseAgreement(
          asActor(by),
          { apprenticeship, reason },
          {
            retention: found(kept).retention,
            ...(await tables.retention.stillNeeded(apprentice, id)),
          },
        ),
      );
      if (erasure.person) await this.vault.removeAll(apprentice);
      await tables.erasure.eraseAgreement(id);
      await tables.retention.addErasure({ ...erasure, apprenticeship: id, sponsor, by: by.id, at: this.clock.now() });
      if (erasure.person) await tables.erasure.erasePerson(apprentice);
    });
  }
}
