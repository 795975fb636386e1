import type { InvitationView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { NewPartner, OrganizationId } from '@journeybook/domain';
import { administratorRole, invitePartner } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { SendInvitation } from './send-invitation.js';

@Injectable()
export class InvitePartner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** Adds an employer or a college that works with the sponsor from now on, and invites its first administrator. */
  async invite(
    by: KnownPerson,
    partner: NewPartner,
    administrator: { readonly name: string; readonly email: string },
  ): Promise<InvitationView> {
    const { sponsor, kind, name } = partner;
    const written = await this.database.transaction(async (tables) => {
      // The sponsor first: of two who add one name at once, the second finds it.
      await tables.memberships.holdOrganization(sponsor, this.clock.today());
      orRefuse(invitePartner(asActor(by), partner, await tables.people.listPartners(sponsor)));
      const organization = newId<OrganizationId>();
      await tables.people.addOrganizations([{ id: organization, kind, name }]);
      await tables.people.addPartnerships([{ sponsorId: sponsor, organizationId: organization }]);
      const role = administratorRole[kind];
      return this.sendInvitation.write(tables, by, { ...administrator, organization, role, person: null, until: null });
    });
    return this.sendInvitation.send(written);
  }
}
