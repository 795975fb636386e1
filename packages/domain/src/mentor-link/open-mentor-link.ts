import type { PersonActor } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';
import type { MentorLink } from './mentor-link.js';
import { mayAskForLink } from './send-mentor-link.js';

/** Why a link opens nothing any more. */
export type MentorLinkOver = 'unknown' | 'used' | 'taken-back' | 'run-out' | 'not-their-mentor';

export type OpenMentorLinkRefusal = { readonly kind: 'mentor-link-over'; readonly why: MentorLinkOver };

/** Decides whether a link opens: once, for 72 hours, until it is taken back or the mentor is not this apprentice's any more. */
export function openMentorLink(
  link: MentorLink | null,
  { now, isTheirMentor }: { readonly now: Instant; readonly isTheirMentor: boolean },
): Result<MentorLink, OpenMentorLinkRefusal> {
  const over = (why: MentorLinkOver) => refuse({ kind: 'mentor-link-over', why } as const);
  if (!link) return over('unknown');
  if (link.revokedAt !== null) return over('taken-back');
  if (link.openedAt !== null) return over('used');
  if (link.expiresAt <= now) return over('run-out');
  return isTheirMentor ? accept(link) : over('not-their-mentor');
}

export type RevokeMentorLinkRefusal =
  | { readonly kind: 'not-their-record' }
  | { readonly kind: 'mentor-link-over'; readonly why: MentorLinkOver };

/** Decides whether a link is taken back, opened or not: by the employer, or by the apprentice whose it is about. */
export function revokeMentorLink(
  actor: PersonActor,
  link: MentorLink,
  apprenticeship: Apprenticeship,
): Result<MentorLink, RevokeMentorLinkRefusal> {
  if (!mayAskForLink(actor, apprenticeship)) return refuse({ kind: 'not-their-record' });
  return link.revokedAt === null ? accept(link) : refuse({ kind: 'mentor-link-over', why: 'taken-back' });
}
