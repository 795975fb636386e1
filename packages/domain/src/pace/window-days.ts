import type { CalendarDate } from '../units.js';
import { daysBetween } from '../units.js';

/** The days whose rate is projected: long enough for a holiday, short enough for a change to show. */
export const paceWindowDays = 91;

/** Days of the window that lie within the agreement, today included; at least 1. */
export const windowDays = (beganOn: CalendarDate, today: CalendarDate): number =>
  Math.max(1, Math.min(paceWindowDays, daysBetween(beganOn, today) + 1));
