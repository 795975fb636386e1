import type { HoursEntryView } from '@journeybook/contracts';
import { minutesPerDay, minutesPerHour } from '@journeybook/domain';

export type WorkTimes = NonNullable<HoursEntryView['times']>;

/** Minutes from the beginning of a day of a clock as a form has it, `06:30`; null for anything else. */
export function readClock(text: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * minutesPerHour + Number(found[2]) : null;
}

/** `06:30`, also for a minute of the next day. */
export function showClock(minute: number): string {
  const ofDay = minute % minutesPerDay;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(ofDay / minutesPerHour))}:${two(ofDay % minutesPerHour)}`;
}

/**
 * Start and end as the API takes them; an end before the start is on the next day. Null while one of them is missing, and when they
 * are the same: that is no time, or a whole day.
 */
export function readTimes(from: string, to: string): WorkTimes | null {
  const [startMinute, end] = [readClock(from), readClock(to)];
  if (startMinute === null || end === null || startMinute === end) return null;
  return { startMinute, endMinute: end < startMinute ? end + minutesPerDay : end };
}

/** Minutes from start to end, breaks included. */
export const minutesBetween = ({ startMinute, endMinute }: WorkTimes): number => endMinute - startMinute;

/** `06:00–14:30`, `22:00–06:30 next day`. */
export const showTimes = ({ startMinute, endMinute }: WorkTimes): string =>
  `${showClock(startMinute)}–${showClock(endMinute)}${endMinute >= minutesPerDay ? ' next day' : ''}`;
