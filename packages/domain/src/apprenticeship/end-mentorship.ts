import type { Mentorship } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { Apprenticeship } from './apprenticeship.js';
import { mayAssignMentors } from './assign-mentor.js';

export type EndMentorshipRefusal =
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'period-backwards' }
  | { readonly kind: 'already-ended'; readonly until: CalendarDate };

/** Ends an assignment with its last day, also one to come. What was signed before stays signed. By the employer or the sponsor. */
export function endMentorship(
  actor: PersonActor,
  { mentorship, until }: { mentorship: Mentorship; until: CalendarDate },
  apprenticeship: Apprenticeship,
): Result<Mentorship, EndMentorshipRefusal> {
  if (!mayAssignMentors(actor, apprenticeship)) return refuse({ kind: 'not-their-apprentice' });
  if (until < mentorship.from) return refuse({ kind: 'period-backwards' });
  if (mentorship.until !== null && mentorship.until < until)
    return refuse({ kind: 'already-ended', until: mentorship.until });
  return accept({ ...mentorship, until });
}
