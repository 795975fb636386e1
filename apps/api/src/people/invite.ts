import type { InvitationView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CalendarDate, MemberRole, OrganizationId } from '@journeybook/domain';
import { giveUntil, invite, sameAddress } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { SendInvitation } from './send-invitation.js';

export interface AskedInvitation {
  readonly organization: OrganizationId;
  readonly role: MemberRole;
  readonly name: string;
  readonly email: string;
  /** The last day of the role; null when it has none. */
  readonly until: CalendarDate | null;
}

@Injectable()
export class Invite {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** Invites somebody to a role in an organisation. The answer is the same whether or not the address has an account. */
  async invite(by: KnownPerson, asked: AskedInvitation): Promise<InvitationView> {
    const { organization, role, email } = asked;
    const today = this.clock.today();
    const written = await this.database.transaction(async (tables) => {
      const { memberships, invitations } = tables;
      const there = found(await memberships.holdOrganization(organization, today), { kind: 'not-their-organization' });
      const waiting = await invitations.listWaiting([organization]);
      const facts = {
        ...there,
        organization,
        holdsRole: await memberships.holdsRole(organization, { email, role, on: today }),
        isInvited: waiting.some((one) => one.role === role && sameAddress(one.email, email)),
      };
      orRefuse(invite(asActor(by), role, facts));
      orRefuse(giveUntil(role, asked.until, today));
      return this.sendInvitation.write(tables, by, { ...asked, person: null });
    });
    return this.sendInvitation.send(written);
  }
}
