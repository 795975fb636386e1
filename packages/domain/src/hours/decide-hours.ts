import type { HoursEntry, SubmittedHours } from './hours-entry.js';
import type { Mentorship } from '../access/mentorship.js';
import { mentoredOn, stillMentors } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

export type DecideHoursRefusal =
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'not-submitted'; readonly status: HoursEntry['status'] }
  | { readonly kind: 'own-hours' }
  | { readonly kind: 'not-their-mentor' };

export interface Deciding {
  readonly by: PersonActor;
  readonly apprenticeship: Pick<Apprenticeship, 'employer' | 'sponsor'>;
  readonly mentorships: readonly Mentorship[];
  /** The version that was on the approver's screen. */
  readonly shownVersion: number;
}

/**
 * Whether this person may approve or return these hours: they are submitted, unchanged since they were shown, not the
 * approver's own, and the approver was assigned on the day worked and is a mentor there still (PRODUCT, "Hours": Approver).
 */
export function mayDecideHours(entry: HoursEntry, deciding: Deciding): Result<SubmittedHours, DecideHoursRefusal> {
  const { by, apprenticeship, mentorships, shownVersion } = deciding;
  if (entry.apprentice === by.person) return refuse({ kind: 'own-hours' });
  const thatDay = { mentor: by.person, apprenticeship: entry.apprenticeship, date: entry.workedOn };
  if (!mentoredOn(mentorships, thatDay) || !stillMentors(by, { ...apprenticeship, workedFor: entry.employer }))
    return refuse({ kind: 'not-their-mentor' });
  if (entry.status !== 'submitted') return refuse({ kind: 'not-submitted', status: entry.status });
  if (entry.version !== shownVersion) return refuse({ kind: 'changed-since-shown' });
  return accept(entry);
}
