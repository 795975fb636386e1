import type { ApprenticeSignIn, InvitationView } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId } from '@journeybook/domain';
import { inviteApprentice, mayInviteApprentice } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { presentInvitations } from './present-invitation.js';
import { SendInvitation } from './send-invitation.js';

@Injectable()
export class InviteApprentice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sendInvitation: SendInvitation,
  ) {}

  /** Whether the apprentice can sign in, for the employer and the sponsor of the agreement. */
  async read(by: KnownPerson, id: ApprenticeshipId): Promise<ApprenticeSignIn> {
    const tables = this.database.read;
    const { apprenticeship } = await findAgreement(tables, by, { id, today: this.clock.today() });
    const all = await tables.apprenticeships.sponsorsWith(apprenticeship.apprentice);
    if (!mayInviteApprentice(asActor(by), apprenticeship, all)) throw new Refused({ kind: 'not-their-apprentice' });
    const { onFile, hasSignIn } = await this.signInOf(tables, apprenticeship);
    const waiting = await tables.invitations.findWaitingOf(apprenticeship.apprentice);
    const [invitation] = await presentInvitations(this.database, waiting ? [waiting] : [], {
      now: this.clock.now(),
      today: this.clock.today(),
    });
    return { hasSignIn, hasAddress: onFile !== null, invitation: invitation ?? null };
  }

  /** Sends the apprentice of an agreement the link to a sign-in of their own. */
  async invite(by: KnownPerson, id: ApprenticeshipId, email: string | null): Promise<InvitationView> {
    const written = await this.database.transaction(async (tables) => {
      const { apprenticeship } = await findAgreement(tables, by, { id, today: this.clock.today() });
      const { apprentice, employer } = apprenticeship;
      await tables.people.hold(apprentice);
      const isInvited = await tables.invitations.isInvited(apprentice);
      const known = await this.signInOf(tables, apprenticeship);
      const all = await tables.apprenticeships.sponsorsWith(apprentice);
      const address = orRefuse(inviteApprentice(asActor(by), email, { apprenticeship, all, isInvited, ...known }));
      const asked = { organization: employer, role: 'apprentice', person: apprentice } as const;
      return this.sendInvitation.write(tables, by, { ...asked, name: known.name, email: address, until: null });
    });
    return this.sendInvitation.send(written);
  }

  /** By a password, or by the sign-in of an organisation. */
  private async signInOf({ people }: Tables, { apprentice }: Apprenticeship) {
    const { name, email } = found(await people.findDetails(apprentice));
    const { providerLinks } = this.database.access.read;
    const hasSignIn = (await people.hasSignIn(apprentice)) || (await providerLinks.isLinkedAnywhere(apprentice));
    return { name, onFile: email, hasSignIn };
  }
}
