import type { AgreementView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, CalendarDate } from '@journeybook/domain';
import { endMentorship } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { ReadAgreement } from './read-agreement.js';

@Injectable()
export class EndMentorship {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /** Gives an assignment its last day. */
  async end(
    by: KnownPerson,
    id: ApprenticeshipId,
    { mentorship, until }: { mentorship: string; until: CalendarDate },
  ): Promise<AgreementView> {
    await this.database.transaction(async (tables) => {
      const { apprenticeship } = await lockAgreement(tables, by, { id, today: this.clock.today() });
      const assigned = await tables.apprenticeships.listMentorships(id);
      const { mentor, ...period } = found(assigned.find((one) => one.id === mentorship));
      const ended = orRefuse(
        endMentorship(
          asActor(by),
          { mentorship: { ...period, mentor: mentor.id, apprenticeship: id }, until },
          apprenticeship,
        ),
      );
      await tables.apprenticeships.endMentorship(mentorship, ended.until ?? until);
    });
    return this.readAgreement.read(by, id);
  }
}
