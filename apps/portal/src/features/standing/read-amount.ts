import { minutesPerHour } from '@journeybook/domain';

/** Reads an amount of hours as somebody types it: `120`, `7.5`, `7,5`, `7:30`, `120 h`. Answers whole minutes, or null. */
export function readAmount(typed: string): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*h(?:ours?)?$/, '');
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * minutesPerHour + Number(clock[2]);
  if (!/^\d{1,5}(?:[.,]\d{1,2})?$/.test(text)) return null;
  return Math.round(Number(text.replace(',', '.')) * minutesPerHour);
}

/** Minutes as one would type them: `120`, `7:30`. */
export function showAmount(minutes: number): string {
  const rest = minutes % minutesPerHour;
  const whole = Math.floor(minutes / minutesPerHour);
  return rest === 0 ? String(whole) : `${whole}:${String(rest).padStart(2, '0')}`;
}
