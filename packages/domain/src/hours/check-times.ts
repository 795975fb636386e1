import type { WorkTimes } from './hours-entry.js';
import type { HoursToLog } from './log-hours.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import { daysBetween, minutesPerDay } from '../units.js';

/** Another entry of the apprentice that says when it was worked. */
export interface TimedWork {
  readonly workedOn: CalendarDate;
  readonly times: WorkTimes;
}

export type TimesRefusal =
  | { readonly kind: 'times-out-of-range' }
  | { readonly kind: 'minutes-exceed-times'; readonly minutesBetween: number }
  | { readonly kind: 'overlapping-times'; readonly with: TimedWork };

/**
 * Whether the times of an entry hold: they start within the date, end after they start and within a day of it, leave room for the
 * minutes (a break may be taken out), and overlap no other entry (PRODUCT, "Hours": Refused). `others` are those of the date itself,
 * the day before and the day after. An entry without times is accepted as it is.
 */
export function checkTimes(
  entry: Pick<HoursToLog, 'workedOn' | 'minutes' | 'times'>,
  others: readonly TimedWork[],
): Result<WorkTimes | null, TimesRefusal> {
  const { workedOn, times, minutes } = entry;
  if (!times) return accept(null);
  if (!isWithinDay(times)) return refuse({ kind: 'times-out-of-range' });
  const minutesBetween = times.endMinute - times.startMinute;
  if (minutes > minutesBetween) return refuse({ kind: 'minutes-exceed-times', minutesBetween });
  const overlapping = others.find((other) => overlap({ workedOn, times }, other));
  return overlapping ? refuse({ kind: 'overlapping-times', with: overlapping }) : accept(times);
}

const isWithinDay = ({ startMinute, endMinute }: WorkTimes): boolean =>
  Number.isInteger(startMinute) &&
  Number.isInteger(endMinute) &&
  startMinute >= 0 &&
  startMinute < minutesPerDay &&
  endMinute > startMinute &&
  endMinute <= startMinute + minutesPerDay;

/** Touching is no overlap: one entry may begin in the minute in which another ends. */
function overlap(one: TimedWork, other: TimedWork): boolean {
  const shift = daysBetween(one.workedOn, other.workedOn) * minutesPerDay;
  return one.times.startMinute < other.times.endMinute + shift && other.times.startMinute + shift < one.times.endMinute;
}
