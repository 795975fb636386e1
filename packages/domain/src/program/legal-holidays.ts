import type { CalendarDate } from '../units.js';
import { addDays } from '../units.js';

/** The nth weekday of a month (Sunday 0); a negative nth counts from its end. */
function nthWeekday(year: number, month: number, [nth, weekday]: readonly [number, number]): CalendarDate {
  const first = dateIn(year, `${String(month).padStart(2, '0')}-01`);
  if (nth < 0) return addDays(nthWeekday(month === 12 ? year + 1 : year, (month % 12) + 1, [1, weekday]), 7 * nth);
  const ahead = (weekday - weekdayOf(first) + 7) % 7;
  return addDays(first, ahead + 7 * (nth - 1));
}

const dateIn = (year: number, monthAndDay: string): CalendarDate =>
  `${String(year).padStart(4, '0')}-${monthAndDay}` as CalendarDate;

const weekdayOf = (date: CalendarDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** A holiday on a Saturday is kept on the Friday before it, on a Sunday on the Monday after it. */
function observed(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return addDays(date, weekday === 6 ? -1 : weekday === 0 ? 1 : 0);
}

/** The federal legal holidays of a year, on the days they are kept (5 U.S.C. 6103); deadlines in business days leave them out. */
export const legalHolidays = (year: number): readonly CalendarDate[] => [
  observed(dateIn(year, '01-01')),
  nthWeekday(year, 1, [3, 1]),
  nthWeekday(year, 2, [3, 1]),
  nthWeekday(year, 5, [-1, 1]),
  observed(dateIn(year, '06-19')),
  observed(dateIn(year, '07-04')),
  nthWeekday(year, 9, [1, 1]),
  nthWeekday(year, 10, [2, 1]),
  observed(dateIn(year, '11-11')),
  nthWeekday(year, 11, [4, 4]),
  observed(dateIn(year, '12-25')),
];

/** The last year of a calendar date. */
const lastYear = 9999;

/** The holidays that deadlines counted from these dates may meet: those of each year, of the next and of the new year after that. */
export function holidaysFrom(...dates: readonly CalendarDate[]): ReadonlySet<CalendarDate> {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))).flatMap((year) => [year, year + 1, year + 2]));
  return new Set([...years].filter((year) => year <= lastYear).flatMap(legalHolidays));
}
