import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { administratorRole, holds } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Seal } from '../access/seal.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { asShown } from '../http/if-match.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { editionOfProvider } from './edition-of-provider.js';
import { about, ProviderClient } from './provider-client.js';

export interface EnteredProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Null keeps the one there is. */
  readonly secret: string | null;
}

const notTheirs = { kind: 'not-their-organization' } as const;

@Injectable()
export class SaveProvider {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly client: ProviderClient,
    private readonly secrets: Seal,
  ) {}

  /**
   * Keeps what the administrator entered, if a provider answers there and nobody entered another meanwhile. It is off then, until it
   * was tested.
   */
  async save(
    by: KnownPerson,
    { organization, shown }: { organization: OrganizationId; shown: string },
    entered: EnteredProvider,
  ): Promise<void> {
    const { people } = this.database.access.read;
    const { kind } = found(await people.findOrganization(organization), notTheirs);
    if (!holds(asActor(by), administratorRole[kind], organization)) throw new Refused(notTheirs);
    const { issuer } = orRefuse(await this.client.discover(withoutDocument(entered.issuer)));
    const given = entered.secret === null ? null : this.secrets.seal(entered.secret, about(organization));
    await this.database.access.transaction(async ({ providers }) => {
      await providers.hold(organization);
      const known = await providers.find(organization);
      asShown(shown, editionOfProvider(known));
      // A secret goes to the provider it was given for, and to no other.
      const kept = known && sameServer(known.issuer, issuer) ? known.sealedSecret : null;
      const sealedSecret = found(given ?? kept, { kind: 'client-secret-missing' });
      const settings = { issuer, clientId: entered.clientId, sealedSecret };
      await providers.save(organization, settings, { person: by.id, at: this.clock.now() });
    });
  }
}

/** Providers show the address of their document as often as the issuer. */
const withoutDocument = (address: string): string => address.replace(/\/\.well-known\/openid-configuration\/?$/, '');

const sameServer = (one: string, other: string): boolean => new URL(one).href === new URL(other).href;
