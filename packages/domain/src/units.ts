import type { Brand } from './brand.js';

/** Whole minutes. Hours are only how minutes are shown (PRODUCT, "The record" 4). */
export type Minutes = Brand<number, 'Minutes'>;
/** A calendar date at the work site, `YYYY-MM-DD`. */
export type CalendarDate = Brand<string, 'CalendarDate'>;
/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = Brand<string, 'Instant'>;

export const minutesPerHour = 60;
export const minutesPerDay = (24 * minutesPerHour) as Minutes;

/** Whole minutes, negative ones included (a reversal). Throws on a fraction: callers parse at the edge. */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of minutes: ${value}`);
  return value as Minutes;
}

/** Whole hours as minutes. */
export const hours = (value: number): Minutes => minutes(Math.round(value * minutesPerHour));

/** The sum in minutes; 0 for nothing. */
export const sumMinutes = (values: Iterable<Minutes>): Minutes => {
  let total = 0;
  for (const value of values) total += value;
  return total as Minutes;
};

/** Whether the text is a real date `YYYY-MM-DD` (30 February is not, nor is any day of a year 0000). */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The date, or a RangeError when the text is not one. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10) as CalendarDate;
}

/** The date `months` later; the last day of the month when that month is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10) as CalendarDate;
}

/** The date `days` working days later: Saturdays, Sundays and the holidays given do not count. */
export function addBusinessDays(
  date: CalendarDate,
  days: number,
  holidays: ReadonlySet<CalendarDate> = new Set(),
): CalendarDate {
  let on = date;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(on)) left -= 1;
  }
  return on;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The instant as UTC text. */
export const instant = (date: Date): Instant => date.toISOString() as Instant;
