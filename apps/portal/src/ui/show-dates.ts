import { addDays, type CalendarDate, daysBetween } from '@journeybook/domain';

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options);
const fullDate = format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const dayOfWeek = format({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const momentDate = format({ day: 'numeric', month: 'short', year: 'numeric' });

const dayIn = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  });
let siteZone = '';
let siteDay = dayIn();

/** From now on days are told in the time zone of the sites, as the server names it; until then in that of the device. */
export function tellDaysIn(timeZone: string): void {
  if (timeZone === siteZone) return;
  [siteZone, siteDay] = [timeZone, dayIn(timeZone)];
}

/** Today at the work site, wherever the device is: a day worked is a date there, not an instant. */
export const today = (now: Date = new Date()): CalendarDate => siteDay.format(now) as CalendarDate;

const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`);
// ICU abbreviates this one month with four letters; the rest of the product says Sep.
const short = (text: string) => text.replace('Sept', 'Sep');

/** `20 Nov 2026`. */
export const showDate = (date: string): string => short(fullDate.format(atMidnight(date)));

/** `Fri 20 Nov`, for days near today. */
export const showDay = (date: string): string => short(dayOfWeek.format(atMidnight(date)).replace(',', ''));

/** `Today`, `Yesterday`, else the day of the week and date. */
export function showRecentDay(date: CalendarDate, now: CalendarDate = today()): string {
  if (date === now) return 'Today';
  return date === addDays(now, -1) ? 'Yesterday' : showDay(date);
}

/** `20 Nov 2026, 15:42`, in the reader's own time. */
export const showInstant = (instant: string): string => short(moment.format(new Date(instant)));

/** The date of an instant in the reader's own time: `21 Nov 2026`. */
export const showInstantDate = (instant: string): string => short(momentDate.format(new Date(instant)));

/** How long ago: `just now`, `2 min ago`, `3 h ago`, `4 days ago`. */
export function showAge(instant: string, now: number = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `${countOf(Math.floor(minutes / (24 * 60)), 'day')} ago`;
}

/** `1 day`, `3 days`: a count with its noun. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${new Intl.NumberFormat('en-US').format(count)} ${count === 1 ? noun : plural}`;

/** Whole days from a date to today. */
export const daysSince = (date: CalendarDate): number => daysBetween(date, today());
