import type { MentorshipView } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { showDate } from '../../ui/show-dates.js';

export type MentorshipTime = 'now' | 'to-come' | 'over';

/** Where an assignment stands on a day; its last day is still part of it. */
export function mentorshipTime(
  { from, until }: Pick<MentorshipView, 'from' | 'until'>,
  on: CalendarDate,
): MentorshipTime {
  if (from > on) return 'to-come';
  return until !== null && until < on ? 'over' : 'now';
}

const rank = { now: 0, 'to-come': 1, over: 2 } as const satisfies Record<MentorshipTime, number>;

/** Who is assigned now first, then who will be, then who was; of each the latest first. */
export const mentorshipOrder = (assigned: readonly MentorshipView[], on: CalendarDate): readonly MentorshipView[] =>
  assigned.toSorted(
    (a, b) =>
      rank[mentorshipTime(a, on)] - rank[mentorshipTime(b, on)] || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0),
  );

/** `since 5 Jan 2026`, `5 Jan 2026 to 3 Mar 2026`, `from 1 Dec 2026`. */
export function mentorshipPeriod({ from, until }: Pick<MentorshipView, 'from' | 'until'>, on: CalendarDate): string {
  if (until !== null) return `${showDate(from)} to ${showDate(until)}`;
  return `${from > on ? 'from' : 'since'} ${showDate(from)}`;
}
