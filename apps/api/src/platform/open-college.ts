import type { KnownPerson, Tables } from '@journeybook/database';
import type { CalendarDate, OrganizationId } from '@journeybook/domain';
import { managePlatforms } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';

export interface ManagedCollege {
  readonly id: OrganizationId;
  readonly name: string;
}

/** The college whose platforms this person manages; `not-found` for everybody else, whether or not it exists. */
export async function openCollege(
  { memberships }: Tables,
  by: KnownPerson,
  { college, today }: { college: OrganizationId; today: CalendarDate },
): Promise<ManagedCollege> {
  const [there] = await memberships.listOrganizations([college], today);
  const { id, kind, name, ...facts } = found(there);
  orRefuse(managePlatforms(asActor(by), { college, ...facts }));
  if (kind !== 'college') throw new Refused({ kind: 'not-found' });
  return { id, name };
}
