import type { OwnProvider } from '@journeybook/contracts';
import { endpoints, organizationId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn } from '../http/second-factor.guard.js';
import { ManageDomains } from './manage-domains.js';
import { ProviderCookie } from './provider-cookie.js';
import { ReadProviders } from './read-providers.js';
import { SaveProvider } from './save-provider.js';
import { TestProvider } from './test-provider.js';
import { UnlinkProvider } from './unlink-provider.js';
import { UseProvider } from './use-provider.js';

type Body_<Name extends 'saveProvider' | 'useProvider' | 'requestDomain'> = z.output<(typeof endpoints)[Name]['body']>;

const Organization = () => Param('organization', { schema: organizationId });
const Domain = () => Param('domain', { schema: z.string().max(253).toLowerCase() });

/** How an organisation's people come in, for those who run it. */
@Controller()
export class ProviderController {
  constructor(
    private readonly providers: ReadProviders,
    private readonly saveProvider: SaveProvider,
    private readonly testProvider: TestProvider,
    private readonly useProvider: UseProvider,
    private readonly domains: ManageDomains,
    private readonly unlinkProvider: UnlinkProvider,
    private readonly cookie: ProviderCookie,
  ) {}

  @Serves(endpoints.readProviders, 'organization:connect-sign-in')
  read(@SignedInPerson() person: KnownPerson) {
    return this.providers.read(person);
  }

  @Serves(endpoints.saveProvider, 'organization:connect-sign-in')
  @NeedsFreshSignIn()
  async save(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.saveProvider.body }) entered: Body_<'saveProvider'>,
  ): Promise<OwnProvider> {
    await this.saveProvider.save(person, { organization, shown }, entered);
    return this.providers.readOne(person, organization);
  }

  @Serves(endpoints.testProvider, 'organization:connect-sign-in')
  async test(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string }> {
    const { url, browser } = await this.testProvider.test(person, organization);
    this.cookie.set(response, browser);
    return { url };
  }

  @Serves(endpoints.useProvider, 'organization:connect-sign-in')
  @NeedsFreshSignIn()
  use(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Body({ schema: endpoints.useProvider.body }) use: Body_<'useProvider'>,
  ): Promise<void> {
    return this.useProvider.use(person, organization, use);
  }

  @Serves(endpoints.requestDomain, 'organization:connect-sign-in')
  request(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Body({ schema: endpoints.requestDomain.body }) { domain }: Body_<'requestDomain'>,
  ): Promise<void> {
    return this.domains.request(person, organization, domain);
  }

  @Serves(endpoints.allowDomain, 'organization:connect-sign-in')
  @NeedsFreshSignIn()
  allow(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Domain() domain: string,
  ): Promise<void> {
    return this.domains.allow(person, organization, domain);
  }

  @Serves(endpoints.removeDomain, 'organization:connect-sign-in')
  remove(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Domain() domain: string,
    @ShownEdition() shown: string,
  ): Promise<void> {
    return this.domains.remove(person, { organization, domain, shown });
  }

  // The next sign-in links whoever has the address at the provider then.
  @Serves(endpoints.unlinkProvider, 'organization:connect-sign-in')
  @NeedsFreshSignIn()
  unlink(
    @SignedInPerson() person: KnownPerson,
    @Organization() organization: OrganizationId,
    @Param('link', { schema: z.uuid('must be an id').toLowerCase() }) link: string,
  ): Promise<void> {
    return this.unlinkProvider.unlink(person, organization, link);
  }
}
