import type { CalendarDate } from '../units.js';

/** Whole years lived on a date; somebody born on 29 February has a birthday on 1 March in other years. */
export function ageOn(bornOn: CalendarDate, date: CalendarDate): number {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
