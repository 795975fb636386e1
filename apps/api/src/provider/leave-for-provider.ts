import { randomBytes } from 'node:crypto';
import type { KeptProvider, ProviderAttempt } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, providerAttemptMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { ProviderClient } from './provider-client.js';
import type { ProviderRefusal } from './provider-refusal.js';

/** Where the browser goes, and the secret that binds the way to it. */
export interface BoundLeaving {
  readonly url: string;
  readonly browser: string;
}

@Injectable()
export class LeaveForProvider {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly client: ProviderClient,
  ) {}

  /** Begins one way to the provider, which ends within ten minutes, once, in the same browser. */
  async leave(
    provider: KeptProvider,
    {
      email,
      fresh = false,
      ...of
    }: Pick<ProviderAttempt, 'purpose' | 'person'> & {
      readonly email: string;
      readonly fresh?: boolean;
    },
  ): Promise<Result<BoundLeaving, ProviderRefusal>> {
    const leaving = await this.client.leaveFor(provider, { email, fresh });
    if (!leaving.ok) return leaving;
    const { organization, edition } = provider;
    const { url, state, sealed } = leaving.value;
    const browser = randomBytes(32).toString('base64url');
    const { providerAttempts } = this.database.access.read;
    await providerAttempts.removeExpired(this.clock.now());
    await providerAttempts.add(
      { ...of, organization, edition, sealed },
      {
        stateHash: tokenHash(state),
        browserHash: tokenHash(browser),
        expiresAt: this.clock.in(providerAttemptMinutes),
      },
    );
    return accept({ url, browser });
  }
}
