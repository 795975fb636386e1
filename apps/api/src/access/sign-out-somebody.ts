import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { administers, signOutSomebody } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { signedOutByOtherLetter } from './second-factor-letters.js';
import { TellOwner } from './tell-owner.js';

@Injectable()
export class SignOutSomebody {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly owner: TellOwner,
  ) {}

  /** Ends every session of somebody who lost a phone, and what they began to sign in. How they sign in stays. They get a letter. */
  async everywhere(by: KnownPerson, person: PersonId): Promise<void> {
    const organization = await this.database.access.transaction(async (tables) => {
      await tables.people.hold(person);
      const shown = found(await tables.roles.find(person, this.clock.today()), { kind: 'not-their-organization' });
      orRefuse(signOutSomebody(asActor(by), { id: person, roles: asActor(shown).roles }));
      await tables.sessions.endOthers(person, null);
      return found(shown.roles.find((held) => administers(asActor(by), held.organization.id))).organization;
    });
    this.owner.later(person, signedOutByOtherLetter(by.name, organization.name));
  }
}
