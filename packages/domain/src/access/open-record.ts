import type { PersonActor } from './roles.js';
import { holds } from './roles.js';
import type { Mentorship } from './mentorship.js';
import { mentoredOn } from './mentorship.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

/** Why somebody may open a record. */
export type RecordReader = 'apprentice' | 'mentor' | 'employer' | 'sponsor' | 'auditor';

export type OpenRecordRefusal = { readonly kind: 'not-their-record' };

/**
 * Decides who may open an apprentice's record: the apprentice, a mentor assigned today, the employer's and the sponsor's
 * administrators, and the sponsor's auditors, who read only. Everybody else is refused with `not-their-record`, in the same words whether or not the record exists.
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
  if (holds(actor, 'auditor', apprenticeship.sponsor)) return accept('auditor' as const);
  return refuse({ kind: 'not-their-record' });
}

/**
 * As `openRecord` for whoever takes part in the agreement. An auditor takes part in none, whatever else they may try elsewhere, and is
 * refused with the rest.
 */
export function takePart(
  actor: PersonActor,
  facts: Parameters<typeof openRecord>[1],
): Result<Exclude<RecordReader, 'auditor'>, OpenRecordRefusal> {
  const reader = openRecord(actor, facts);
  if (!reader.ok) return reader;
  return reader.value === 'auditor' ? refuse({ kind: 'not-their-record' }) : accept(reader.value);
}
