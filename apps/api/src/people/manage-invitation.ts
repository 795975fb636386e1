import type { InvitationView } from '@journeybook/contracts';
import type { KeptInvitation, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { InvitationId, Role } from '@journeybook/domain';
import { giveUntil, manageInvitation, mayInviteApprentice, rolesToInvite, stillInvites } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { placeOf } from '../access/inviter-may.js';
import { SendInvitation } from './send-invitation.js';

@Injectable()
export class ManageInvitation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** Sends an invitation again with another link; the one before opens nothing any more. */
  async resend(by: KnownPerson, id: InvitationId): Promise<InvitationView> {
    const written = await this.database.transaction(async (tables) => {
      const invitation = await this.lock(tables, by, id);
      orRefuse(giveUntil(invitation.role, invitation.until, this.clock.today()));
      return this.sendInvitation.renew(tables, by, invitation);
    });
    return this.sendInvitation.send(written);
  }

  /** Takes an invitation back: its link opens nothing any more. */
  async revoke(by: KnownPerson, id: InvitationId): Promise<void> {
    await this.database.transaction(async (tables) => {
      await this.lockToRevoke(tables, by, id);
      await tables.invitations.saveRevoked(id, { person: by.id, at: this.clock.now() });
    });
  }

  /** Also where nobody could be invited any more, such as to an agreement that has ended. */
  private async lockToRevoke(tables: Tables, by: KnownPerson, id: InvitationId): Promise<void> {
    const invitation = found(await tables.invitations.lock(id), { kind: 'not-their-invitation' });
    const place = await placeOf(tables, invitation, this.clock.today());
    orRefuse(manageInvitation(invitation, { mayInvite: stillInvites(asActor(by), invitation, place) }));
  }

  private async lock(tables: Tables, by: KnownPerson, id: InvitationId): Promise<KeptInvitation> {
    const invitation = found(await tables.invitations.lock(id), { kind: 'not-their-invitation' });
    orRefuse(manageInvitation(invitation, { mayInvite: await this.mayInvite(tables, by, invitation) }));
    return invitation;
  }

  /** Whether they could make this invitation now. */
  private async mayInvite(
    { apprenticeships, memberships }: Tables,
    by: KnownPerson,
    { person, organization, role }: KeptInvitation,
  ): Promise<boolean> {
    if (person) {
      const all = await apprenticeships.sponsorsWith(person);
      const agreements = await apprenticeships.listOf(person);
      return agreements.some((agreement) => mayInviteApprentice(asActor(by), agreement, all));
    }
    const [there] = await memberships.listOrganizations([organization], this.clock.today());
    const roles: readonly Role[] = rolesToInvite(asActor(by), { ...found(there), organization });
    return roles.includes(role);
  }
}
