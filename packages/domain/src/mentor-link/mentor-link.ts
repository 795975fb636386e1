import type { ApprenticeshipId, MentorLinkId, PersonId, SignOffRequestId } from '../brand.js';
import type { Instant } from '../units.js';

/** A link by which a mentor, who may have no account, decides what waits of one apprentice. */
export interface MentorLink {
  readonly id: MentorLinkId;
  readonly apprenticeship: ApprenticeshipId;
  readonly mentor: PersonId;
  /** Whether it is about the hours that wait. */
  readonly aboutHours: boolean;
  /** The one skill that it is about; null when about none. */
  readonly signOffRequest: SignOffRequestId | null;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Null while nobody has opened it; it opens once. */
  readonly openedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** How long a link opens: 72 hours. */
export const mentorLinkMinutes = 72 * 60;

/** How long what it opened stays open: half an hour. */
export const mentorLinkSessionMinutes = 30;

/** How long the code stays good that an apprentice shows: half an hour. */
export const mentorCodeMinutes = 30;
