import type { Named } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { mayAssignMentors } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { Refused } from '../http/refused.js';

@Injectable()
export class ListPossibleMentors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who may be assigned to the apprentice from today on: mentors at the employer and of the sponsor, by name. */
  async list(by: KnownPerson, id: ApprenticeshipId): Promise<Named[]> {
    const today = this.clock.today();
    const { apprenticeships } = this.database.read;
    const { apprenticeship } = await findAgreement(this.database.read, by, { id, today });
    if (!mayAssignMentors(asActor(by), apprenticeship)) throw new Refused({ kind: 'not-their-apprentice' });
    const mentors = await apprenticeships.listMentorsAt([apprenticeship.employer, apprenticeship.sponsor], today);
    return mentors.filter((mentor) => mentor.id !== apprenticeship.apprentice);
  }
}
