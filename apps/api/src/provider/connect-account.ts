import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { domainOf, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { BeginRefusal } from './begin-provider-sign-in.js';
import type { BoundLeaving } from './leave-for-provider.js';
import { LeaveForProvider } from './leave-for-provider.js';

@Injectable()
export class ConnectAccount {
  constructor(
    private readonly database: Database,
    private readonly leaveForProvider: LeaveForProvider,
  ) {}

  /** Sends somebody to the provider that vouches for their own address. That they came back says that the account there is theirs. */
  async begin({ id, email }: KnownPerson): Promise<Result<BoundLeaving, BeginRefusal>> {
    const domain = domainOf(email);
    const provider = await this.database.access.read.providers.findByDomain(domain);
    if (!provider) return refuse({ kind: 'no-provider-for-domain', domain });
    return this.leaveForProvider.leave(provider, { purpose: 'connect', person: id, email });
  }
}
