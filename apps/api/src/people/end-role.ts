import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { MembershipId } from '@journeybook/domain';
import { endRole } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class EndRole {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Ends a role now, and a mentor's assignments with it. Sessions stay open for what the person still is. */
  async end(by: KnownPerson, id: MembershipId): Promise<void> {
    const today = this.clock.today();
    await this.database.transaction(async ({ memberships }) => {
      const shown = found(await memberships.find(id, today), { kind: 'not-their-organization' });
      const there = found(await memberships.holdOrganization(shown.organization, today));
      // Once more, now that nobody else decides about these people.
      const membership = orRefuse(endRole(asActor(by), found(await memberships.find(id, today)), there));
      const { person, organization, role } = membership;
      await memberships.end(id, { person: by.id, at: this.clock.now(), today });
      if (role === 'mentor') await memberships.endMentorships(person, organization, today);
    });
  }
}
