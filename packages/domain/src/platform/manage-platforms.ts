import { isOnlySponsor } from '../access/only-sponsor.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** Whoever is refused is told no more than that nothing is there. */
export type ManagePlatformsRefusal = { readonly kind: 'not-found' };

/** A college, the sponsors that work with it, and how many administrators of its own it has today. */
export interface CollegeFacts {
  readonly college: OrganizationId;
  readonly sponsors: readonly OrganizationId[];
  readonly administrators: number;
}

/**
 * Decides who connects a college's learning platforms: the college's administrators alone, and as long as it has none, those of the
 * only sponsor that works with it. Everybody else is refused with `not-found` (lti.md 7.3: the tenant boundary).
 */
export function managePlatforms(
  actor: PersonActor,
  { college, sponsors, administrators }: CollegeFacts,
): Result<'college' | 'sponsor', ManagePlatformsRefusal> {
  if (holds(actor, 'college-admin', college)) return accept('college' as const);
  if (administrators === 0 && isOnlySponsor(actor, sponsors)) return accept('sponsor' as const);
  return refuse({ kind: 'not-found' });
}

/** Decides who adds a college by name, to work with a sponsor: that sponsor's administrators. `not-found` for everybody else. */
export const addCollege = (
  actor: PersonActor,
  sponsor: OrganizationId,
): Result<OrganizationId, ManagePlatformsRefusal> =>
  holds(actor, 'sponsor-admin', sponsor) ? accept(sponsor) : refuse({ kind: 'not-found' });
