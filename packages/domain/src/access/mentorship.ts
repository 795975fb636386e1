import type { ApprenticeshipId, OrganizationId, PersonId } from '../brand.js';
import type { CalendarDate } from '../units.js';
import type { PersonActor } from './roles.js';
import { holds } from './roles.js';

/** A mentor or supervisor assigned to an apprentice for a period; `until` is the last day, null while it lasts. */
export interface Mentorship {
  readonly mentor: PersonId;
  readonly apprenticeship: ApprenticeshipId;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  /** A `stand-in` decides hours while the mentor is away and attests nothing; left out, it is a mentor. */
  readonly kind?: MentorshipKind;
}

export type MentorshipKind = 'mentor' | 'stand-in';

/** Whether the assignment holds on that date, first and last day included. */
export const covers = (mentorship: Mentorship, date: CalendarDate): boolean =>
  mentorship.from <= date && (mentorship.until === null || date <= mentorship.until);

/** Whether the person was this apprentice's mentor on that date (PRODUCT, "Hours": approver). */
export const mentoredOn = (
  mentorships: readonly Mentorship[],
  { mentor, apprenticeship, date }: { mentor: PersonId; apprenticeship: ApprenticeshipId; date: CalendarDate },
): boolean =>
  mentorships.some((one) => one.mentor === mentor && one.apprenticeship === apprenticeship && covers(one, date));

/**
 * Whether the person is still a mentor where these hours belong: at the employer they were worked for, that of today or the sponsor. Of a
 * role that ended nothing is left, not even the days before (PRODUCT, "Who uses it").
 */
export const stillMentors = (
  actor: PersonActor,
  { workedFor, employer, sponsor }: { workedFor: OrganizationId; employer: OrganizationId; sponsor: OrganizationId },
): boolean => [workedFor, employer, sponsor].some((organization) => holds(actor, 'mentor', organization));

/** Whether the person may attest this apprentice's skills on that date: as `mentoredOn`, and not only standing in. */
export const teachesOn = (
  mentorships: readonly Mentorship[],
  asked: { mentor: PersonId; apprenticeship: ApprenticeshipId; date: CalendarDate },
): boolean =>
  mentoredOn(
    mentorships.filter((one) => one.kind !== 'stand-in'),
    asked,
  );
