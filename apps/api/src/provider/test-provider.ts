import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { administratorRole, holds } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import type { BoundLeaving } from './leave-for-provider.js';
import { LeaveForProvider } from './leave-for-provider.js';

const notTheirs = { kind: 'not-their-organization' } as const;

@Injectable()
export class TestProvider {
  constructor(
    private readonly database: Database,
    private readonly leaveForProvider: LeaveForProvider,
  ) {}

  /** Sends an administrator to the provider and back, to see whether everything was entered right. It signs nobody in. */
  async test(by: KnownPerson, organization: OrganizationId): Promise<BoundLeaving> {
    const { people, providers } = this.database.access.read;
    const { kind } = found(await people.findOrganization(organization), notTheirs);
    if (!holds(asActor(by), administratorRole[kind], organization)) throw new Refused(notTheirs);
    const provider = found(await providers.find(organization), { kind: 'no-provider-entered' });
    return orRefuse(await this.leaveForProvider.leave(provider, { purpose: 'test', person: by.id, email: by.email }));
  }
}
