import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { administers, resetSecondFactor } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { resetByOtherLetter } from './second-factor-letters.js';
import { TellOwner } from './tell-owner.js';

@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly owner: TellOwner,
  ) {}

  /** Takes everything but the password away from somebody who is locked out, and ends their sessions. They get a letter. */
  async reset(by: KnownPerson, person: PersonId): Promise<void> {
    const organization = await this.database.access.transaction(async (tables) => {
      await tables.people.hold(person);
      const shown = found(await tables.roles.find(person, this.clock.today()), { kind: 'not-their-organization' });
      const { roles } = asActor(shown);
      const { hasSecondFactor } = shown;
      orRefuse(resetSecondFactor(asActor(by), { id: person, roles, hasSecondFactor }));
      await tables.secondFactors.removeAll(person);
      await tables.sessions.endOthers(person, null);
      return found(shown.roles.find((held) => administers(asActor(by), held.organization.id))).organization;
    });
    this.owner.later(person, resetByOtherLetter(by.name, organization.name));
  }
}
