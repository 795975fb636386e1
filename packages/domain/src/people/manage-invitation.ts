import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { InvitationOver } from './accept-invitation.js';
import type { Invitation } from './invitation.js';

export type ManageInvitationRefusal =
  | { readonly kind: 'not-their-invitation' }
  | { readonly kind: 'invitation-over'; readonly why: InvitationOver };

/**
 * Decides whether an invitation may be sent again or taken back: by whoever might invite to it now, while nobody has accepted it.
 * One that has run out can be sent again; its link before opens nothing any more.
 */
export function manageInvitation(
  invitation: Invitation,
  { mayInvite }: { readonly mayInvite: boolean },
): Result<Invitation, ManageInvitationRefusal> {
  if (!mayInvite) return refuse({ kind: 'not-their-invitation' });
  if (invitation.acceptedAt !== null) return refuse({ kind: 'invitation-over', why: 'used' });
  if (invitation.revokedAt !== null) return refuse({ kind: 'invitation-over', why: 'taken-back' });
  return accept(invitation);
}
