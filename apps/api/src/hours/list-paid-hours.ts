import type { PaidHoursList } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { holds } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { Refused } from '../http/refused.js';
import { presentPaidHours } from './present-paid-hours.js';

@Injectable()
export class ListPaidHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the employer said it paid, for its own administrators only: what an employer pays is no other's to see. */
  async list(by: KnownPerson, id: ApprenticeshipId): Promise<PaidHoursList> {
    const { read } = this.database;
    const { apprenticeship } = await findAgreement(read, by, { id, today: this.clock.today() });
    if (!holds(asActor(by), 'employer-admin', apprenticeship.employer))
      throw new Refused({ kind: 'not-their-apprentice' });
    return presentPaidHours(await read.paidHours.listOf(apprenticeship));
  }
}
