import type { PaidHoursView } from '@journeybook/contracts';
import { addDays, type CalendarDate, daysBetween } from '@journeybook/domain';
import { showHours } from '../../ui/show-hours.js';

interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

const twoWeeks = 14;

/** The period to enter next: as long as the last one and right after it; the last two weeks when there is none. */
export function nextPeriod(recorded: readonly Period[], now: CalendarDate): Period {
  const last = recorded.reduce<Period | null>(
    (latest, one) => (latest && latest.until > one.until ? latest : one),
    null,
  );
  if (!last) return { from: addDays(now, 1 - twoWeeks), until: now };
  const from = addDays(last.until, 1);
  const until = addDays(from, daysBetween(last.from, last.until));
  // What is paid has been worked: a period that has not ended is entered up to today.
  if (from > now) return { from: now, until: now };
  return { from, until: until > now ? now : until };
}

/** What was logged against what was paid, in words. */
export function comparePaid({ minutes, loggedMinutes }: Pick<PaidHoursView, 'minutes' | 'loggedMinutes'>): string {
  const more = loggedMinutes - minutes;
  if (more > 0) return `${showHours(more)} more logged than paid`;
  return more < 0 ? `${showHours(-more)} paid and not logged` : 'all of it logged';
}
