import type { KnownPerson, Tables } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { managePlatforms } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';

export interface ManagedCollege {
  readonly id: OrganizationId;
  readonly name: string;
}

/** The college whose platforms this person manages; `not-found` for everybody else, whether or not it exists. */
export async function openCollege({ people }: Tables, by: KnownPerson, id: OrganizationId): Promise<ManagedCollege> {
  const college = found(await people.findOrganization(id));
  const sponsors = await people.listSponsorsOf(id);
  orRefuse(managePlatforms(asActor(by), { college: id, sponsors }));
  if (college.kind !== 'college') throw new Refused({ kind: 'not-found' });
  return { id, name: college.name };
}
