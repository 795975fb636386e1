import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { domainOf, refuse } from '@journeybook/domain';
import { placeOf } from '@journeybook/outgoing';
import { Injectable } from '@nestjs/common';
import type { TooManyAttempts } from '../access/attempts.js';
import { Attempts } from '../access/attempts.js';
import type { BoundLeaving } from './leave-for-provider.js';
import { LeaveForProvider } from './leave-for-provider.js';
import type { ProviderRefusal } from './provider-refusal.js';

/** Behind one address there may be a whole college. */
const fromOnePlace = [{ most: 300, minutes: 60 }];

export type BeginRefusal =
  | ProviderRefusal
  | { readonly kind: 'no-provider-for-domain'; readonly domain: string }
  | TooManyAttempts;

@Injectable()
export class BeginProviderSignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly leaveForProvider: LeaveForProvider,
  ) {}

  /** Sends somebody to the provider that vouches for the domain of the address. Who has the address is not looked at. */
  async begin(
    { email, fresh }: { readonly email: string; readonly fresh: boolean },
    ip: string | undefined,
  ): Promise<Result<BoundLeaving, BeginRefusal>> {
    const taken = await this.attempts.take([{ what: `provider from ${placeOf(ip)}`, limits: fromOnePlace }]);
    if (!taken.ok) return taken;
    const domain = domainOf(email);
    const provider = await this.database.access.read.providers.findByDomain(domain);
    if (!provider) return refuse({ kind: 'no-provider-for-domain', domain });
    return this.leaveForProvider.leave(provider, { purpose: 'sign-in', person: null, email, fresh });
  }
}
