import type { OrganizationId } from '../brand.js';
import type { PersonActor } from './roles.js';
import { holds } from './roles.js';

/**
 * Whether the actor administers the only sponsor that an employer or a college works with. With another sponsor beside, one would decide
 * about people and platforms that are the other's too (PRODUCT, Who uses it).
 */
export function isOnlySponsor(actor: PersonActor, sponsors: readonly OrganizationId[]): boolean {
  const [sponsor, ...others] = sponsors;
  return sponsor !== undefined && others.length === 0 && holds(actor, 'sponsor-admin', sponsor);
}
