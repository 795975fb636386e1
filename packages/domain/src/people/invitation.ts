import type { InvitationId, OrganizationId, PersonId } from '../brand.js';
import type { Role } from '../access/roles.js';
import type { CalendarDate, Instant } from '../units.js';

/** What an organisation is. */
export type OrganizationKind = 'sponsor' | 'employer' | 'college';

/** How long a link to an invitation opens: 14 days. */
export const invitationMinutes = 14 * 24 * 60;

/** Somebody asked to take a role in an organisation, by a link that was sent to their address. */
export interface Invitation {
  readonly id: InvitationId;
  readonly organization: OrganizationId;
  readonly role: Role;
  readonly email: string;
  readonly expiresAt: Instant;
  /** Null while nobody has accepted it. */
  readonly acceptedAt: Instant | null;
  /** Null while it was not taken back. */
  readonly revokedAt: Instant | null;
  /** The apprentice whose sign-in it opens; null for every other role. */
  readonly person: PersonId | null;
  /** The last day of the role it gives; null when that is not known. */
  readonly until: CalendarDate | null;
}

/** Whether it waits for an answer: neither accepted nor taken back. It may have run out, and can be sent again. */
export const isWaiting = ({ acceptedAt, revokedAt }: Invitation): boolean => acceptedAt === null && revokedAt === null;

/** Whether two addresses reach the same person, as far as we tell: capitals do not count. */
export const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
