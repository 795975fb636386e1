import type { OpenedInvitation } from '@journeybook/contracts';
import type { KeptInvitation, KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { AddressFacts, OpeningFacts, PersonId } from '@journeybook/domain';
import { acceptInvitation, acceptWithoutAccount, openInvitation } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { hashChosen } from '../access/keep-password.js';
import type { OpenedSession, SignInPlace } from '../access/open-session.js';
import { OpenSession } from '../access/open-session.js';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { inviterMay } from '../access/inviter-may.js';

const nobody: AddressFacts = { person: null, hasSignIn: false };

@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly openSession: OpenSession,
  ) {}

  /** What the link opens: who invites whom to what. */
  async open(token: string): Promise<OpenedInvitation> {
    const { invitations, people } = this.database.access.read;
    const invitation = await invitations.findByToken(tokenHash(token));
    const facts = await this.facts(this.database.access.read, invitation);
    const needs = orRefuse(openInvitation(invitation, facts));
    const { organization, role, invitedBy, name, email, expiresAt, person } = found(invitation);
    const whose = person ?? facts.address.person;
    return {
      organization: found(await people.findOrganization(organization)).name,
      role,
      invitedBy: found(await people.find(invitedBy)).name,
      name: (whose && (await people.find(whose))?.name) ?? name,
      email,
      expiresAt,
      needs,
    };
  }

  /** Takes the role with a new sign-in, and signs in. Of two who come with one link at once, the second is late. */
  accept(
    token: string,
    { name, password }: { readonly name: string; readonly password: string },
    place: SignInPlace,
  ): Promise<OpenedSession> {
    return this.database.access.transaction(async (tables) => {
      const { invitation, address } = await this.lock(tables, token, null);
      const person = await this.addSignIn(tables, invitation, {
        person: invitation.person ?? address.person,
        name,
        password,
      });
      await this.take(tables, invitation, person);
      return this.openSession.open(tables, person, place);
    });
  }

  /** Takes a mentor's role without a sign-in: links to what waits are sent to the address from now on. */
  async withoutAccount(token: string, name: string): Promise<void> {
    await this.database.access.transaction(async (tables) => {
      const { invitations, memberships, people } = tables;
      const kept = await invitations.lockByToken(tokenHash(token));
      if (kept) await memberships.holdRolesOf(kept.invitedBy);
      const facts = await this.facts(tables, kept);
      orRefuse(acceptWithoutAccount(kept, facts));
      const invitation = found(kept);
      const fresh = { id: newId<PersonId>(), name, email: invitation.email, studentNumber: null };
      await this.take(tables, invitation, facts.address.person ?? (await people.ensure(fresh)));
    });
  }

  /** Takes the role as the person who is signed in. */
  async join(by: KnownPerson, token: string): Promise<void> {
    await this.database.access.transaction(async (tables) => {
      const { invitation } = await this.lock(tables, token, by);
      await this.take(tables, invitation, by.id);
    });
  }

  private async lock(
    tables: Tables,
    token: string,
    signedIn: KnownPerson | null,
  ): Promise<{ invitation: KeptInvitation; address: AddressFacts }> {
    const invitation = await tables.invitations.lockByToken(tokenHash(token));
    // Or a role could be given by somebody whose own ends at the same moment.
    if (invitation) await tables.memberships.holdRolesOf(invitation.invitedBy);
    const facts = await this.facts(tables, invitation);
    orRefuse(acceptInvitation(invitation, { ...facts, signedIn }));
    return { invitation: found(invitation), address: facts.address };
  }

  private async facts(tables: Tables, invitation: KeptInvitation | null): Promise<OpeningFacts> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    if (!invitation) return { address: nobody, now, today, inviterMay: false };
    const address = await tables.people.findAddress(invitation.email);
    return { address, now, today, inviterMay: await inviterMay(tables, invitation, today) };
  }

  /** The person of the address with a password from now on; whoever is known keeps the name they are known by. */
  private async addSignIn(
    { people }: Tables,
    { email }: KeptInvitation,
    given: { readonly person: PersonId | null; readonly name: string; readonly password: string },
  ): Promise<PersonId> {
    const fresh = { id: newId<PersonId>(), name: given.name, email, studentNumber: null };
    const person = given.person ?? (await people.ensure(fresh));
    await people.hold(person);
    // Another link of theirs may have been used in the meantime.
    if (await people.findPasswordHash(person)) throw new Refused({ kind: 'sign-in-instead' });
    const { name } = found(await people.findDetails(person));
    const passwordHash = orRefuse(await hashChosen(given.password, { email, name }));
    await people.saveAccount(person, { name, email, passwordHash });
    return person;
  }

  private async take(tables: Tables, invitation: KeptInvitation, person: PersonId) {
    const { people, memberships, invitations, audit } = tables;
    const { id, organization, role, email, until } = invitation;
    const today = this.clock.today();
    audit.concern({ organizations: [organization], person });
    if (role !== 'apprentice' && !(await memberships.holdsRole(organization, { email, role, on: today })))
      await people.addMemberships([
        { id: newId(), personId: person, organizationId: organization, role, fromOn: today, untilOn: until },
      ]);
    await invitations.saveAccepted(id, { person, at: this.clock.now() });
  }
}
