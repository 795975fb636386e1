import type { OwnProvider, PartnerProvider, ProvidersView } from '@journeybook/contracts';
import type { KeptProvider, KnownPerson, RunOrganization } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId, ProviderDomain } from '@journeybook/domain';
import { administratorRole, holds } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { asActor, organizationsWith } from '../http/actor.js';
import { found } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { editionOfProvider, presentDomain } from './edition-of-provider.js';
import { redirectAddress } from './provider-client.js';

@Injectable()
export class ReadProviders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** How the people of the organisations that the person runs come in, and what partners of a sponsor have asked for. */
  async read(by: KnownPerson): Promise<ProvidersView> {
    const actor = asActor(by);
    const { memberships, people, providers } = this.database.access.read;
    const sponsors = organizationsWith(actor, 'sponsor-admin');
    const pairs = await Promise.all(
      sponsors.map(async (sponsor) => (await people.listPartners(sponsor)).map(({ id }) => ({ id, sponsor }))),
    );
    const partnerIds = pairs.flat().map(({ id }) => id as OrganizationId);
    const roleIds = by.roles.map(({ organization }) => organization.id);
    const all = await memberships.listOrganizations([...new Set([...roleIds, ...partnerIds])], this.clock.today());
    const run = all.filter(({ id, kind }) => holds(actor, administratorRole[kind], id));
    const known = await providers.list(all.map(({ id }) => id));
    const domains = await providers.listDomains(all.map(({ id }) => id));
    return {
      organizations: await Promise.all(run.map((one) => this.own(by, one, known))),
      partners: pairs
        .flat()
        .flatMap(({ id, sponsor }) =>
          all.filter((one) => one.id === id).map((one) => presentPartner(one, sponsor, { known, domains })),
        )
        .filter((one) => one.issuer !== null || one.domains.length > 0),
    };
  }

  /** One organisation of theirs, after something was changed. */
  async readOne(by: KnownPerson, organization: OrganizationId): Promise<OwnProvider> {
    const { memberships, providers } = this.database.access.read;
    const [there] = await memberships.listOrganizations([organization], this.clock.today());
    return this.own(by, found(there), await providers.list([organization]));
  }

  private async own(
    by: KnownPerson,
    { id, kind, name }: RunOrganization,
    known: readonly KeptProvider[],
  ): Promise<OwnProvider> {
    const { providers, providerLinks } = this.database.access.read;
    const links = await providerLinks.list([id]);
    const provider = known.find((one) => one.organization === id);
    return {
      id,
      kind,
      name,
      redirectAddress: redirectAddress(this.config.PUBLIC_URL, id),
      edition: editionOfProvider(provider),
      provider: provider ?? null,
      domains: (await providers.listDomains([id])).map(presentDomain),
      linked: links.map((link) => ({ ...link, person: { id: link.person, name: link.name } })),
      outside: await providerLinks.countOutside(id, this.clock.today()),
      isLinked: links.some(({ person }) => person === by.id),
    };
  }
}

function presentPartner(
  { id, kind, name }: RunOrganization,
  sponsor: OrganizationId,
  { known, domains }: { known: readonly KeptProvider[]; domains: readonly ProviderDomain[] },
): PartnerProvider {
  const provider = known.find((one) => one.organization === id);
  return {
    id,
    kind,
    name,
    sponsor,
    issuer: provider?.issuer ?? null,
    isOn: provider?.isOn ?? false,
    onlyWay: provider?.onlyWay ?? false,
    domains: domains.filter((one) => one.organization === id).map(presentDomain),
  };
}
