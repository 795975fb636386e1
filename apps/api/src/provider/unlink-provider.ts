import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { administratorRole, holds } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { asActor } from '../http/actor.js';
import { found, Refused } from '../http/refused.js';

const notTheirs = { kind: 'not-their-organization' } as const;

@Injectable()
export class UnlinkProvider {
  constructor(private readonly database: Database) {}

  /** Takes the link of a person away, e.g. when the provider knows them under a new account: the next sign-in links anew. */
  async unlink(by: KnownPerson, organization: OrganizationId, link: string): Promise<void> {
    const { people } = this.database.access.read;
    const { kind } = found(await people.findOrganization(organization), notTheirs);
    if (!holds(asActor(by), administratorRole[kind], organization)) throw new Refused(notTheirs);
    await this.database.access.transaction(async ({ providerLinks }) => {
      found((await providerLinks.remove(organization, link)) || null);
    });
  }
}
