import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** As what somebody reads the trail of an organisation. */
export type TrailReader = 'sponsor' | 'auditor' | 'employer' | 'college';

/** Whoever is refused is told no more than that nothing is there. */
export type OpenTrailRefusal = { readonly kind: 'not-their-organization' };

/**
 * Decides who reads what was done at an organisation or with its agreements: its administrators, and a sponsor's auditors. Everybody
 * else is refused with `not-their-organization`, whether or not it exists (PRODUCT, "Who uses it").
 */
export function openTrail(actor: PersonActor, organization: OrganizationId): Result<TrailReader, OpenTrailRefusal> {
  if (holds(actor, 'sponsor-admin', organization)) return accept('sponsor' as const);
  if (holds(actor, 'auditor', organization)) return accept('auditor' as const);
  if (holds(actor, 'employer-admin', organization)) return accept('employer' as const);
  if (holds(actor, 'college-admin', organization)) return accept('college' as const);
  return refuse({ kind: 'not-their-organization' });
}

/** Whether the reader is told from which address of the network something was done: the sponsor, who answers for the program. */
export const seesAddresses = (reader: TrailReader): boolean => reader === 'sponsor';
