import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { OrganizationKind } from './invitation.js';

/** An employer or a college, by its name, that a sponsor begins to work with. */
export interface NewPartner {
  readonly sponsor: OrganizationId;
  readonly kind: Exclude<OrganizationKind, 'sponsor'>;
  readonly name: string;
}

export type InvitePartnerRefusal = { readonly kind: 'not-their-organization' } | { readonly kind: 'partner-already' };

/**
 * Decides whether a sponsor may begin to work with an organisation. It is always a new one: another sponsor's of the same name
 * is neither found nor told of. One of this name that works with the sponsor already is refused.
 */
export function invitePartner(
  actor: PersonActor,
  partner: NewPartner,
  partners: readonly { readonly kind: OrganizationKind; readonly name: string }[],
): Result<NewPartner, InvitePartnerRefusal> {
  if (!holds(actor, 'sponsor-admin', partner.sponsor)) return refuse({ kind: 'not-their-organization' });
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  if (partners.some((one) => one.kind === partner.kind && plain(one.name) === plain(partner.name)))
    return refuse({ kind: 'partner-already' });
  return accept(partner);
}
