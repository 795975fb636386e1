import type { KnownPerson, RunOrganization, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { administratorRole, allowDomain, holds, requestDomain } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { editionOfDomain } from './edition-of-provider.js';

const notTheirs = { kind: 'not-their-organization' } as const;

@Injectable()
export class ManageDomains {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks for a domain; a sponsor's own counts at once, a partner's once its sponsor has allowed it. */
  async request(by: KnownPerson, organization: OrganizationId, asked: string): Promise<void> {
    const domain = asked.trim().toLowerCase().replace(/^@/, '');
    const at = this.clock.now();
    await this.database.access.transaction(async (tables) => {
      const { kind } = await this.hold(tables, organization, domain);
      const known = await tables.providers.listByDomain(domain);
      const actor = { ...asActor(by), email: by.email };
      const given = orRefuse(requestDomain(actor, { organization, domain }, { kind, known }));
      await tables.providers.addDomain({
        organization,
        domain: given.domain,
        requestedBy: by.id,
        requestedAt: at,
        allowedAt: null,
        allowingSponsor: null,
      });
      if (given.allowed)
        await tables.providers.allowDomain(organization, given.domain, { person: by.id, sponsor: organization, at });
    });
  }

  /** Lets a partner's provider vouch for a domain. */
  async allow(by: KnownPerson, organization: OrganizationId, domain: string): Promise<void> {
    await this.database.access.transaction(async (tables) => {
      const { sponsors } = await this.hold(tables, organization, domain);
      const known = await tables.providers.listByDomain(domain);
      const asked = found(
        known.find((one) => one.organization === organization),
        notTheirs,
      );
      const sponsor = orRefuse(allowDomain(asActor(by), asked, { sponsors, known }));
      await tables.providers.allowDomain(organization, domain, { person: by.id, sponsor, at: this.clock.now() });
    });
  }

  /** Takes a domain away, as it was shown: by the organisation itself or a sponsor it works with. Nobody comes in under it from then on. */
  async remove(
    by: KnownPerson,
    { organization, domain, shown }: { organization: OrganizationId; domain: string; shown: string },
  ): Promise<void> {
    await this.database.access.transaction(async (tables) => {
      const { kind, sponsors } = await this.hold(tables, organization, domain);
      const actor = asActor(by);
      const isTheirs =
        holds(actor, administratorRole[kind], organization) ||
        sponsors.some((one) => holds(actor, 'sponsor-admin', one));
      if (!isTheirs) throw new Refused(notTheirs);
      const known = await tables.providers.listByDomain(domain);
      asShown(shown, editionOfDomain(known.find((one) => one.organization === organization)));
      await tables.providers.removeDomain(organization, domain);
    });
  }

  /** The organisation. What is decided about one domain is decided one after the other. */
  private async hold(
    { memberships, providers }: Tables,
    organization: OrganizationId,
    domain: string,
  ): Promise<RunOrganization> {
    await providers.hold(domain);
    const [there] = await memberships.listOrganizations([organization], this.clock.today());
    return found(there, notTheirs);
  }
}
