import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { Invitation } from './invitation.js';
import { sameAddress } from './invitation.js';

/** Why a link opens nothing any more. */
export type InvitationOver = 'unknown' | 'used' | 'taken-back' | 'run-out' | 'role-over' | 'inviter-left';

export type OpenInvitationRefusal =
  | { readonly kind: 'invitation-over'; readonly why: InvitationOver }
  | { readonly kind: 'address-is-somebody-elses' };

export type AcceptInvitationRefusal =
  | OpenInvitationRefusal
  | { readonly kind: 'sign-in-instead' }
  | { readonly kind: 'invited-as-another' };

/** What is known about the address that the link was sent to. */
export interface AddressFacts {
  /** Whose it is; null when nobody has it. */
  readonly person: PersonId | null;
  readonly hasSignIn: boolean;
}

/** What is known when somebody comes with a link. */
export interface OpeningFacts {
  readonly address: AddressFacts;
  readonly now: Instant;
  readonly today: CalendarDate;
  /** Who invited holds a role still by which they may (`stillInvites`). */
  readonly inviterMay: boolean;
}

/** What the one with the link has to do: choose a password, or sign in with the one they have. */
export type InvitationNeed = 'password' | 'sign-in';

/**
 * Decides what a link opens. It opens once, for 14 days, until it is taken back, the
 * role that it gives or the role of who invited ends. Only the one who was sent it learns whether the
 * address has an account. An apprentice's link, sent to an address that is another person's, opens nothing: two people would be one.
 */
export function openInvitation(
  invitation: Invitation | null,
  facts: OpeningFacts,
): Result<InvitationNeed, OpenInvitationRefusal> {
  const { address } = facts;
  const why = whyOver(invitation, facts);
  if (why || !invitation) return refuse({ kind: 'invitation-over', why: why ?? 'unknown' });
  if (invitation.person !== null && address.person !== null && address.person !== invitation.person)
    return refuse({ kind: 'address-is-somebody-elses' });
  return accept(address.hasSignIn ? 'sign-in' : 'password');
}

/**
 * Decides whether the one with the link may take the role: with a new password when the address has no sign-in, else signed in as
 * the person whose address it is. Whoever else holds the link is refused.
 */
export function acceptInvitation(
  invitation: Invitation | null,
  facts: OpeningFacts & { readonly signedIn: { readonly email: string } | null },
): Result<Invitation, AcceptInvitationRefusal> {
  const opened = openInvitation(invitation, facts);
  if (!opened.ok) return opened;
  if (!invitation) return refuse({ kind: 'invitation-over', why: 'unknown' });
  if (facts.signedIn && !sameAddress(facts.signedIn.email, invitation.email))
    return refuse({ kind: 'invited-as-another' });
  if (!facts.signedIn && opened.value === 'sign-in') return refuse({ kind: 'sign-in-instead' });
  return accept(invitation);
}

function whyOver(invitation: Invitation | null, { now, today, inviterMay }: OpeningFacts): InvitationOver | null {
  if (!invitation) return 'unknown';
  if (invitation.acceptedAt !== null) return 'used';
  if (invitation.revokedAt !== null) return 'taken-back';
  if (now >= invitation.expiresAt) return 'run-out';
  if (invitation.until !== null && invitation.until < today) return 'role-over';
  return inviterMay ? null : 'inviter-left';
}
