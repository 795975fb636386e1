import { apprenticeshipId, endpoints, invitationId, membershipId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, InvitationId, MembershipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { EndRole } from './end-role.js';
import { InviteApprentice } from './invite-apprentice.js';
import { InvitePartner } from './invite-partner.js';
import { Invite } from './invite.js';
import { ListPeople } from './list-people.js';
import { ManageInvitation } from './manage-invitation.js';

const Agreement = () => Param('apprenticeship', { schema: apprenticeshipId });
const Invited = () => Param('invitation', { schema: invitationId });

@Controller()
export class PeopleController {
  constructor(
    private readonly listPeople: ListPeople,
    private readonly inviteMember: Invite,
    private readonly invitePartner: InvitePartner,
    private readonly inviteApprentice: InviteApprentice,
    private readonly manageInvitation: ManageInvitation,
    private readonly endRole: EndRole,
  ) {}

  @Serves(endpoints.listPeople, 'people:list')
  list(@SignedInPerson() person: KnownPerson) {
    return this.listPeople.list(person);
  }

  @Serves(endpoints.invite, 'people:invite')
  invite(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.invite.body }) body: z.output<typeof endpoints.invite.body>,
  ) {
    return this.inviteMember.invite(person, body);
  }

  @Serves(endpoints.invitePartner, 'people:invite')
  partner(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.invitePartner.body }) body: z.output<typeof endpoints.invitePartner.body>,
  ) {
    const { sponsor, kind, organization, ...administrator } = body;
    return this.invitePartner.invite(person, { sponsor, kind, name: organization }, administrator);
  }

  @Serves(endpoints.readApprenticeSignIn, 'people:invite')
  readSignIn(@SignedInPerson() person: KnownPerson, @Agreement() apprenticeship: ApprenticeshipId) {
    return this.inviteApprentice.read(person, apprenticeship);
  }

  @Serves(endpoints.inviteApprentice, 'people:invite')
  apprentice(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.inviteApprentice.body }) { email }: z.output<typeof endpoints.inviteApprentice.body>,
  ) {
    return this.inviteApprentice.invite(person, apprenticeship, email);
  }

  @Serves(endpoints.resendInvitation, 'people:invite')
  resend(@SignedInPerson() person: KnownPerson, @Invited() invitation: InvitationId) {
    return this.manageInvitation.resend(person, invitation);
  }

  @Serves(endpoints.revokeInvitation, 'people:invite')
  revoke(@SignedInPerson() person: KnownPerson, @Invited() invitation: InvitationId) {
    return this.manageInvitation.revoke(person, invitation);
  }

  @Serves(endpoints.endRole, 'people:end-role')
  end(
    @SignedInPerson() person: KnownPerson,
    @Param('membership', { schema: membershipId }) membership: MembershipId,
  ): Promise<void> {
    return this.endRole.end(person, membership);
  }
}
