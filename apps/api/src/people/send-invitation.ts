import type { InvitationView } from '@journeybook/contracts';
import type { KeptInvitation, KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Invitation, InvitationId } from '@journeybook/domain';
import { invitationMinutes } from '@journeybook/domain';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { newToken } from '../access/open-session.js';
import { codeOf } from '../access/post.js';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { found } from '../http/refused.js';
import { Mailer } from '../mail/mailer.js';
import { configToken } from '../tokens.js';
import { invitationLetter } from './invitation-letter.js';
import { presentInvitations } from './present-invitation.js';

/** An invitation that is kept, and the secret of its link, which is not. */
export interface WrittenInvitation {
  readonly invitation: KeptInvitation;
  readonly token: string;
}

@Injectable()
export class SendInvitation {
  private readonly log = new Logger(SendInvitation.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Keeps a new invitation, for `send` once the transaction is done. */
  async write(
    { invitations }: Tables,
    by: KnownPerson,
    asked: Pick<Invitation, 'organization' | 'role' | 'person' | 'email' | 'until'> & { readonly name: string },
  ): Promise<WrittenInvitation> {
    const { token, hash } = newToken();
    const invitation: KeptInvitation = {
      ...asked,
      id: newId<InvitationId>(),
      invitedBy: by.id,
      invitedAt: this.clock.now(),
      expiresAt: this.clock.in(invitationMinutes),
      mailedAt: null,
      acceptedAt: null,
      revokedAt: null,
    };
    await invitations.add(invitation, hash);
    return { invitation, token };
  }

  /** Gives an invitation another link and another 14 days, on the word of whoever sends it again. */
  async renew({ invitations }: Tables, by: KnownPerson, invitation: KeptInvitation): Promise<WrittenInvitation> {
    const { token, hash } = newToken();
    const [invitedAt, expiresAt] = [this.clock.now(), this.clock.in(invitationMinutes)];
    await invitations.renew(invitation.id, { tokenHash: hash, by: by.id, at: invitedAt, expiresAt });
    return { invitation: { ...invitation, invitedBy: by.id, invitedAt, expiresAt, mailedAt: null }, token };
  }

  /** Sends the letter. When it cannot be sent the invitation stays, and says so: it can be sent again. */
  async send({ invitation, token }: WrittenInvitation): Promise<InvitationView> {
    const { people, invitations } = this.database.read;
    const inviter = found(await people.find(invitation.invitedBy));
    const { name: organization } = found(await people.findOrganization(invitation.organization));
    const letter = invitationLetter({
      to: invitation,
      from: { person: inviter.name, organization },
      role: invitation.role,
      link: `${this.config.PUBLIC_URL}/welcome#${token}`,
    });
    const mailedAt = await this.mailer.send(letter).then(
      () => this.clock.now(),
      (error: unknown) => {
        this.log.error(`An invitation was not sent: ${codeOf(error)}`);
        return null;
      },
    );
    if (mailedAt) await invitations.saveMailed(invitation.id, mailedAt);
    const [view] = await presentInvitations(this.database, [{ ...invitation, mailedAt }], {
      now: this.clock.now(),
      today: this.clock.today(),
    });
    return found(view);
  }
}
