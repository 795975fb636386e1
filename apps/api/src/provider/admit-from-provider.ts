import type { KeptProvider, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ComeInRefusal, ComingIn, Instant, PersonId, ProviderIdentity, Result } from '@journeybook/domain';
import { accept, comeInByProvider, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { OpenedSession } from '../access/open-session.js';
import { OpenSession } from '../access/open-session.js';
import type { SecondStepAsked } from '../access/second-step.js';
import { SecondStep } from '../access/second-step.js';
import { Clock } from '../clock.js';
import type { CameBack } from './end-provider-sign-in.js';

/** Whom a provider named and when it asked them; and who began the way signed in, to connect their account, if anybody did. */
export interface CameByProvider {
  readonly identity: ProviderIdentity;
  readonly provenAt: Instant | null;
  readonly connects: PersonId | null;
}

/** What came of it, and whose account was tried; null when nobody's that is known. */
export interface Admitted {
  readonly opened: Result<OpenedSession, ComeInRefusal | SecondStepAsked>;
  readonly account: PersonId | null;
}

@Injectable()
export class AdmitFromProvider {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly openSession: OpenSession,
    private readonly secondStep: SecondStep,
  ) {}

  /**
   * Opens a session for whom the provider named, linked to their sign-in there from now on. It gives nobody a role, and whoever set up a
   * second step here is asked for it. They are as fresh as the provider says.
   */
  async admit(
    { organization, issuer }: KeptProvider,
    { identity, provenAt, connects }: CameByProvider,
    { place, give }: Pick<CameBack, 'place' | 'give'>,
  ): Promise<Admitted> {
    const tried: { account: PersonId | null } = { account: connects };
    const opened = await this.database.access.transaction(async (tables) => {
      const where = { organization, issuer, subject: identity.subject };
      const candidate = await this.findCandidate(tables, where, identity);
      tried.account ??= candidate?.person ?? null;
      const address = candidate?.email ?? identity.email;
      const now = this.clock.now();
      const invitedAs = address === null ? null : await tables.providerLinks.invitedAs(organization, address, now);
      const decided = comeInByProvider(identity, {
        organization,
        candidate,
        domains: await tables.providers.listDomains([organization]),
        isInvited: invitedAs !== null,
        connectedBy: connects,
      });
      if (!decided.ok) return decided;
      const person = await this.link(tables, where, { coming: decided.value, name: invitedAs ?? '' });
      const proven = { person, provenAt };
      const asked = await this.secondStep.askAfterProvider(tables, proven, give);
      return asked ? refuse(asked) : accept(await this.openSession.openByProvider(tables, proven, place));
    });
    return { opened, ...tried };
  }

  /** The account linked to the subject, else the one under the address; held until the transaction ends. */
  private async findCandidate(
    { people, providerLinks }: Tables,
    where: Parameters<Tables['providerLinks']['lock']>[0],
    { email }: ProviderIdentity,
  ) {
    const linked = await providerLinks.lock(where);
    const person = linked?.person ?? (email === null ? null : await people.findByEmail(email));
    if (!person) return null;
    await people.hold(person);
    return providerLinks.candidate(person, where, this.clock.today());
  }

  private async link(
    { people, providerLinks }: Tables,
    where: Parameters<Tables['providerLinks']['lock']>[0],
    { coming, name }: { readonly coming: ComingIn; readonly name: string },
  ): Promise<PersonId> {
    const at = this.clock.now();
    if (coming.kind === 'known') {
      const { person, confirmed } = coming;
      await providerLinks.put(newId(), where, { person, confirmed, at });
      return person;
    }
    const { email } = coming;
    const person = await people.ensure({ id: newId<PersonId>(), name, email, studentNumber: null });
    await providerLinks.put(newId(), where, { person, confirmed: false, at });
    return person;
  }
}
