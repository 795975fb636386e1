import { randomBytes } from 'node:crypto';
import type { KeptProvider, ProviderAttempt } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId, Result } from '@journeybook/domain';
import { accept, providerAttemptMinutes } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { tokenHash } from '../http/admission.guard.js';
import { configToken } from '../tokens.js';
import { ProviderClient } from './provider-client.js';
import type { ProviderRefusal } from './provider-refusal.js';
import { ProviderSecrets } from './provider-secrets.js';

/** Where the browser goes, and the secret that binds the way to it. */
export interface Leaving {
  readonly url: string;
  readonly browser: string;
}

/** Where a provider sends people back to: another address for each organisation, so that none answers for another (RFC 9700 4.4). */
export const redirectAddress = (publicUrl: string, organization: OrganizationId): string =>
  new URL(`/sign-in/back/${organization}`, publicUrl).href;

@Injectable()
export class LeaveForProvider {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly client: ProviderClient,
    private readonly secrets: ProviderSecrets,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Begins one way to the provider, which ends within ten minutes, once, in the same browser. */
  async leave(
    provider: KeptProvider,
    { email, ...of }: Pick<ProviderAttempt, 'purpose' | 'person'> & { readonly email: string },
  ): Promise<Result<Leaving, ProviderRefusal>> {
    const { organization, edition } = provider;
    const address = redirectAddress(this.config.PUBLIC_URL, organization);
    const leaving = await this.client.leaveFor(this.secrets.open(provider), { redirectAddress: address, email });
    if (!leaving.ok) return leaving;
    const { url, expected } = leaving.value;
    const browser = randomBytes(32).toString('base64url');
    const { providerAttempts } = this.database.read;
    await providerAttempts.removeExpired(this.clock.now());
    await providerAttempts.add(
      { ...of, organization, edition, sealed: this.secrets.seal(organization, JSON.stringify(expected)) },
      {
        stateHash: tokenHash(expected.state),
        browserHash: tokenHash(browser),
        expiresAt: this.clock.in(providerAttemptMinutes),
      },
    );
    return accept({ url, browser });
  }
}
