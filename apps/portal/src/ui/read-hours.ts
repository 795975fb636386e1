import { minutesPerDay, minutesPerHour } from '@journeybook/domain';

/**
 * Reads what somebody types for a time worked: `7:30`, `7.5`, `7,5`, `7h30`, `7 h 30 min`, `8`, `45 min`. Answers whole
 * minutes, or null when it is not a time of at most `longest` minutes, a day unless said otherwise.
 */
export function readHours(typed: string, longest: number = minutesPerDay): number | null {
  const minutes = readMinutes(typed);
  return minutes !== null && minutes <= longest ? minutes : null;
}

/** Reads the hours of a program or a course, of any size: `1,000`, `2736 h`, `7:30`. Whole minutes, or null when it is no time. */
export const readTotalHours = (typed: string): number | null =>
  readMinutes(typed.replace(/\d{1,3}(?:,\d{3})+(?!\d)/, (number) => number.replaceAll(',', '')));

/** Whether what is typed is a time, but one that no day has: `25`, `25:00`. */
export const isOverADay = (typed: string): boolean => (readMinutes(typed) ?? 0) > minutesPerDay;

function readMinutes(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  return inMinutes(text) ?? inHoursAndMinutes(text) ?? inDecimalHours(text);
}

function inMinutes(text: string): number | null {
  const found = /^(\d{1,6})\s*m(?:in(?:utes?)?)?\.?$/.exec(text);
  return found ? Number(found[1]) : null;
}

function inHoursAndMinutes(text: string): number | null {
  const found = /^(\d{1,5})\s*(?::|h(?:ours?|rs?)?\.?)\s*(\d{1,2})?\s*(?:m(?:in(?:utes?)?)?\.?)?$/.exec(text);
  if (!found) return null;
  const rest = Number(found[2] ?? 0);
  return rest < minutesPerHour ? Number(found[1]) * minutesPerHour + rest : null;
}

function inDecimalHours(text: string): number | null {
  const found = /^(\d{0,5}(?:[.,]\d{1,2})?)\s*(?:h(?:ours?|rs?)?\.?)?$/.exec(text);
  if (!found?.[1]) return null;
  return Math.round(Number(found[1].replace(',', '.')) * minutesPerHour);
}
