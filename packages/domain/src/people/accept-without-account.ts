import type { Result } from '../result.js';
import { refuse } from '../result.js';
import type { AcceptInvitationRefusal } from './accept-invitation.js';
import { acceptInvitation } from './accept-invitation.js';
import type { Invitation } from './invitation.js';

export type AcceptWithoutAccountRefusal = AcceptInvitationRefusal | { readonly kind: 'account-needed' };

/**
 * Decides whether the one with the link may take the role without a sign-in: a mentor may, who then decides by links that are sent
 * to the address the invitation reached (PRODUCT, Who uses it).
 */
export function acceptWithoutAccount(
  invitation: Invitation | null,
  facts: Omit<Parameters<typeof acceptInvitation>[1], 'signedIn'>,
): Result<Invitation, AcceptWithoutAccountRefusal> {
  const accepted = acceptInvitation(invitation, { ...facts, signedIn: null });
  if (!accepted.ok) return accepted;
  return accepted.value.role === 'mentor' ? accepted : refuse({ kind: 'account-needed' });
}
