import type { QueueEntry } from '@journeybook/contracts';
import { daysBetween, type HoursFlag } from '@journeybook/domain';
import { countOf, today } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

const words = {
  'over-shift-limit': (entry) => `${showHours(entry.minutesThatDay)} in one day`,
  'logged-late': (entry) =>
    `Logged ${countOf(daysBetween(entry.workedOn, today(new Date(entry.loggedAt))), 'day')} late`,
  duplicate: () => 'Looks like a duplicate',
  'covered-by-payroll': () => 'More hours logged than payroll paid for',
} as const satisfies Record<HoursFlag, (entry: QueueEntry) => string>;

/** What an approver looks at twice, in words. */
export const describeFlags = (entry: QueueEntry): readonly string[] => entry.flags.map((flag) => words[flag](entry));
