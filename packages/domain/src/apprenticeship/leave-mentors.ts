import type { Mentorship } from '../access/mentorship.js';
import type { PersonId } from '../brand.js';
import type { CalendarDate } from '../units.js';
import { addDays } from '../units.js';

/** What is asked about an assignment; it may carry more, such as its id. */
type Assigned = Pick<Mentorship, 'mentor' | 'from' | 'until'>;

export interface LeftMentors<Assignment extends Assigned> {
  /** Assignments that end, with their last day. */
  readonly ended: readonly (Assignment & { readonly until: CalendarDate })[];
  /** Assignments that never began and now never will. */
  readonly withdrawn: readonly Assignment[];
}

/**
 * What becomes of the mentors when an apprentice goes over to another employer on a day: the assignments of those who mentor neither
 * there nor at the sponsor end with the day before. With them ends the access to the record; what was decided about days before stays,
 * and hours of those days that still wait stay theirs to decide (PRODUCT, "Who uses it": what one employer holds is not visible to
 * another). One that was made since keeps its first day only, and one that would begin after today is withdrawn.
 */
export function leaveMentors<Assignment extends Assigned>(
  assignments: readonly Assignment[],
  { from, staying, today }: { from: CalendarDate; staying: ReadonlySet<PersonId>; today: CalendarDate },
): LeftMentors<Assignment> {
  const left = assignments.filter((one) => !staying.has(one.mentor) && (one.until === null || one.until >= from));
  return {
    ended: left
      .filter((one) => one.from <= today)
      .map((one) => ({ ...one, until: one.from < from ? addDays(from, -1) : one.from })),
    withdrawn: left.filter((one) => one.from > today),
  };
}
