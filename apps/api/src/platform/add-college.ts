import type { Named } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { addCollege } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';

@Injectable()
export class AddCollege {
  constructor(private readonly database: Database) {}

  /**
   * Adds a college that works with the sponsor from now on. A name that one of this sponsor's colleges has already answers that one;
   * another sponsor's college of the same name is left alone, or a name would open its platforms.
   */
  add(by: KnownPerson, { sponsor, name }: { sponsor: OrganizationId; name: string }): Promise<Named> {
    orRefuse(addCollege(asActor(by), sponsor));
    return this.database.transaction(async ({ people }) => {
      await people.holdOrganization(sponsor);
      const partners = await people.listPartners(sponsor);
      const same = partners.find((one) => one.kind === 'college' && one.name.toLowerCase() === name.toLowerCase());
      if (same) return { id: same.id, name: same.name };
      const id = newId<OrganizationId>();
      await people.addOrganizations([{ id, kind: 'college', name }]);
      await people.addPartnerships([{ sponsorId: sponsor, organizationId: id }]);
      return { id, name };
    });
  }
}
