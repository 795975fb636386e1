import { isCalendarDate } from '@journeybook/domain';
import { showDate } from './show-dates.js';

/** A sentence from the API with its dates as people read them: `2026-11-23` becomes `23 Nov 2026`. Instants stay. */
export const sayDates = (sentence: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => (isCalendarDate(date) ? showDate(date) : date));
