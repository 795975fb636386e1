import type { PersonActor } from './roles.js';
import { holds } from './roles.js';
import type { Mentorship } from './mentorship.js';
import { mentoredOn } from './mentorship.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

/** Why somebody may open a record. */
export type RecordReader = 'apprentice' | 'mentor' | 'employer' | 'sponsor';

export type OpenRecordRefusal = { readonly kind: 'not-their-record' };

/**
 * Decides who may open an apprentice's record: the apprentice, a mentor assigned today, the employer's and the sponsor's
 * administrators. Everybody else is refused with `not-their-record`, in the same words whether or not the record exists.
 */
export function openRecord(
  actor: PersonActor,
  facts: { apprenticeship: Apprenticeship; mentorships: readonly Mentorship[]; today: CalendarDate },
): Result<RecordReader, OpenRecordRefusal> {
  const { apprenticeship, mentorships, today } = facts;
  if (actor.person === apprenticeship.apprentice) return accept('apprentice' as const);
  if (mentoredOn(mentorships, { mentor: actor.person, apprenticeship: apprenticeship.id, date: today }))
    return accept('mentor' as const);
  if (holds(actor, 'employer-admin', apprenticeship.employer)) return accept('employer' as const);
  if (holds(actor, 'sponsor-admin', apprenticeship.sponsor)) return accept('sponsor' as const);
  return refuse({ kind: 'not-their-record' });
}
