import type { Named } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { deciderOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { Refused } from '../http/refused.js';
import { listEmployers } from './program-employers.js';

@Injectable()
export class ListOtherEmployers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Employers that the sponsor may move the apprentice to. */
  async list(by: KnownPerson, id: ApprenticeshipId): Promise<Named[]> {
    const tables = this.database.read;
    const { apprenticeship } = await findAgreement(tables, by, { id, today: this.clock.today() });
    if (deciderOf(asActor(by), apprenticeship) !== 'sponsor') throw new Refused({ kind: 'not-their-program' });
    const employers = await listEmployers(tables, apprenticeship.sponsor);
    return employers.filter((employer) => employer.id !== apprenticeship.employer);
  }
}
