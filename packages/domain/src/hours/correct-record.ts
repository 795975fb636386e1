import type { Mentorship } from '../access/mentorship.js';
import { mentoredOn, stillMentors } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { OjtHoursCredited } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { ApprovedHours, HoursEntry } from './hours-entry.js';

/** What is known when somebody corrects hours that are on the record. */
export interface RecordedHours {
  readonly apprenticeship: Apprenticeship;
  readonly mentorships: readonly Mentorship[];
  /** The credit of these hours that stands. */
  readonly credit: OjtHoursCredited;
  /** The version that was on the screen. */
  readonly shownVersion: number;
  readonly reason: string;
}

export type CorrectRecordRefusal =
  | ClosedRecordRefusal
  | { readonly kind: 'not-approved'; readonly status: HoursEntry['status'] }
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'own-hours' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'reason-missing' };

/**
 * Whether this person may take approved hours out of the totals or correct them: a mentor assigned on the day worked, while a mentor there, or the sponsor,
 * never the apprentice, with a reason, while the record is open (PRODUCT, "The record" 1).
 */
export function mayCorrectRecord(
  actor: PersonActor,
  entry: HoursEntry,
  recorded: Omit<RecordedHours, 'credit'>,
): Result<ApprovedHours, CorrectRecordRefusal> {
  const { apprenticeship, mentorships } = recorded;
  if (actor.person === entry.apprentice) return refuse({ kind: 'own-hours' });
  const asked = { mentor: actor.person, apprenticeship: apprenticeship.id, date: entry.workedOn };
  const mentors =
    mentoredOn(mentorships, asked) && stillMentors(actor, { ...apprenticeship, workedFor: entry.employer });
  if (!mentors && !holds(actor, 'sponsor-admin', apprenticeship.sponsor)) return refuse({ kind: 'not-their-mentor' });
  if (isClosed(apprenticeship.status)) return refuse({ kind: 'record-closed', status: apprenticeship.status });
  if (entry.status !== 'approved') return refuse({ kind: 'not-approved', status: entry.status });
  if (entry.version !== recorded.shownVersion) return refuse({ kind: 'changed-since-shown' });
  if (recorded.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(entry);
}
