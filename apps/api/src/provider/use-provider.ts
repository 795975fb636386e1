import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId, ProviderUse } from '@journeybook/domain';
import { useProvider } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class UseProvider {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Turns a provider on or off, and says whether it is the only way. */
  async use(by: KnownPerson, organization: OrganizationId, asked: ProviderUse): Promise<void> {
    await this.database.access.transaction(async ({ memberships, providers, providerLinks }) => {
      await providers.hold(organization);
      const [known] = await memberships.listOrganizations([organization], this.clock.today());
      const there = found(known, { kind: 'not-their-organization' });
      const provider = found(await providers.find(organization), { kind: 'no-provider-entered' });
      const domains = await providers.listDomains([organization]);
      const isLinked = await providerLinks.isLinked(organization, by.id);
      const use = orRefuse(useProvider(asActor(by), asked, { ...there, provider, domains, isLinked }));
      await providers.saveUse(organization, use);
    });
  }
}
