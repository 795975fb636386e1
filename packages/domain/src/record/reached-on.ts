import { contribution, standingEntries } from './totals.js';
import type { RecordEntry } from './record-entry.js';
import type { CalendarDate, Minutes } from '../units.js';

/** What is added up: minutes on the job, minutes of instruction, or both. */
export type Counted = 'ojt' | 'rti' | 'both';

/**
 * The date on which the minutes worked and studied first came to `minutes`: the day worked or completed of the entry that reached it;
 * null while they have not. Reversed entries count for nothing. Granted standing counts from its day when `granted` says so.
 */
export function reachedOn(
  entries: readonly RecordEntry[],
  minutes: Minutes,
  { counted, granted }: { counted: Counted; granted: boolean },
): CalendarDate | null {
  const adding = standingEntries(entries)
    .filter((entry) => granted || entry.kind !== 'advanced-standing-granted')
    .flatMap((entry) => {
      const adds = contribution(entry);
      return adds && isCounted(adds.subject, counted) ? [{ on: entry.occurredOn, minutes: adds.minutes }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let sum = 0;
  for (const one of adding) {
    sum += one.minutes;
    if (sum >= minutes) return one.on;
  }
  return null;
}

const isCounted = (subject: 'work-process' | 'course' | 'competency', counted: Counted): boolean =>
  (subject === 'work-process' && counted !== 'rti') || (subject === 'course' && counted !== 'ojt');
