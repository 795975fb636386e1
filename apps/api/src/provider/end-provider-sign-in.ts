import type { KeptProvider, KnownPerson, ProviderAttempt } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ComeInRefusal, OrganizationId, PersonId, ProviderIdentity, Result } from '@journeybook/domain';
import { accept, domainOf, provenAtProvider, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { OpenedSession, SignInPlace } from '../access/open-session.js';
import type { SecondStepAsked } from '../access/second-step.js';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { AdmitFromProvider } from './admit-from-provider.js';
import { ProviderClient } from './provider-client.js';
import type { ProviderRefusal } from './provider-refusal.js';

/** A browser that came back from a provider. */
export interface CameBack {
  readonly organization: OrganizationId;
  /** What the provider put into the address, e.g. `code=…&state=…`. */
  readonly parameters: string;
  /** The secret of the browser; null when it has none. */
  readonly browser: string | null;
  readonly signedIn: KnownPerson | null;
  readonly place: SignInPlace;
  /** Hands the browser what it comes back with for a second step. */
  readonly give: (minutes: number) => Buffer;
}

export type Ended =
  | { readonly kind: 'signed-in'; readonly opened: OpenedSession }
  | {
      readonly kind: 'tested';
      readonly email: string | null;
      readonly isVerified: boolean;
      readonly isInDomain: boolean;
    };

/** What came of a way to a provider, and whose account was tried; null when nobody's that is known. */
export interface TriedWay {
  readonly ended: Result<Ended, ProviderRefusal | ComeInRefusal | SecondStepAsked>;
  readonly account: PersonId | null;
}

@Injectable()
export class EndProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly client: ProviderClient,
    private readonly admit: AdmitFromProvider,
  ) {}

  /** Ends a way to a provider: the way itself is used up, whatever comes of it. */
  async end(back: CameBack): Promise<TriedWay> {
    const underway = await this.take(back);
    if (!underway) return { ended: refuse({ kind: 'way-back-over' }), account: back.signedIn?.id ?? null };
    const { provider, attempt } = underway;
    const identified = await this.client.identify(provider, { ...attempt, parameters: back.parameters });
    if (!identified.ok) return { ended: identified, account: attempt.person };
    const { identity, authTime } = identified.value;
    if (attempt.purpose === 'test' && attempt.person)
      return { ended: accept(await this.tested(provider, identity, attempt.person)), account: attempt.person };
    const provenAt = provenAtProvider(authTime, this.clock.now());
    const { opened, account } = await this.admit.admit(
      provider,
      { identity, provenAt, connects: attempt.person },
      back,
    );
    return { ended: opened.ok ? accept({ kind: 'signed-in', opened: opened.value }) : opened, account };
  }

  /** What was begun in this browser, of a provider that nobody has changed or turned off since. */
  private async take({ organization, parameters, browser, signedIn }: CameBack) {
    const state = new URLSearchParams(parameters).get('state');
    if (!state || !browser) return null;
    const { providers, providerAttempts } = this.database.access.read;
    const attempt = await providerAttempts.take(tokenHash(state), tokenHash(browser), this.clock.now());
    if (attempt?.organization !== organization) return null;
    const provider = await providers.find(organization);
    if (!provider || provider.edition !== attempt.edition) return null;
    return isOpen(provider, attempt, signedIn) ? { provider, attempt } : null;
  }

  private async tested(
    { organization, edition }: KeptProvider,
    { email, isVerified }: ProviderIdentity,
    person: PersonId,
  ): Promise<Ended> {
    const domains = await this.database.access.read.providers.listDomains([organization]);
    await this.database.access.transaction(async ({ providers, audit }) => {
      await providers.saveTested(organization, edition, this.clock.now());
      audit.concern({ organizations: [organization], person });
    });
    const isInDomain =
      email !== null && domains.some((one) => one.allowedAt !== null && one.domain === domainOf(email));
    return { kind: 'tested', email, isVerified, isInDomain };
  }
}

const isOpen = (provider: KeptProvider, attempt: ProviderAttempt, signedIn: KnownPerson | null): boolean =>
  (attempt.purpose === 'test' || provider.isOn) &&
  (attempt.purpose === 'sign-in' || (signedIn !== null && signedIn.id === attempt.person));
