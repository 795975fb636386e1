import type { Mentorship } from '../access/mentorship.js';
import { teachesOn } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { CompetencyAttested, EntryReversed } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

export interface VoidFacts {
  readonly apprenticeship: Apprenticeship;
  readonly mentorships: readonly Mentorship[];
  /** Whether another entry voids it already. */
  readonly voided: boolean;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type VoidSignOffRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'own-competency' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'already-voided' }
  | { readonly kind: 'reason-missing' };

/**
 * Takes a sign-off back by adding an entry with the reason; the sign-off stays readable (PRODUCT, "Competencies"). By a mentor assigned
 * today, by the one who signed or by the sponsor; never by the apprentice.
 */
export function voidSignOff(
  actor: PersonActor,
  { signed, reason }: { signed: CompetencyAttested; reason: string },
  facts: VoidFacts,
): Result<EntryReversed, VoidSignOffRefusal> {
  const { apprenticeship, mentorships, today } = facts;
  if (actor.person === apprenticeship.apprentice) return refuse({ kind: 'own-competency' });
  const mentor = { mentor: actor.person, apprenticeship: apprenticeship.id, date: today };
  const may =
    actor.person === signed.answeredBy ||
    teachesOn(mentorships, mentor) ||
    holds(actor, 'sponsor-admin', apprenticeship.sponsor);
  if (!may) return refuse({ kind: 'not-their-mentor' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (facts.voided) return refuse({ kind: 'already-voided' });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(
    reverseEntry(signed, {
      id: facts.recordEntry,
      by: actor.person,
      at: facts.now,
      on: today,
      reason: reason.trim(),
    }),
  );
}
