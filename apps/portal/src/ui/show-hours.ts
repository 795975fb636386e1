import { minutesPerHour } from '@journeybook/domain';

const grouped = new Intl.NumberFormat('en-US');

/** Minutes as a person reads them: `7 h 30`, `16 h`, `45 min`, `−2 h`, `1,946 h`. */
export function showHours(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const { hours, rest } = split(minutes);
  if (hours === 0 && rest > 0) return `${sign}${rest} min`;
  return `${sign}${grouped.format(hours)} h${rest > 0 ? ` ${String(rest).padStart(2, '0')}` : ''}`;
}

/** The same without the unit when it is a whole number, for a column that names it: `781`, `781 h 30`. */
export const showHoursCount = (minutes: number): string =>
  minutes % minutesPerHour === 0 ? showHours(minutes).replace(/ h$/, '') : showHours(minutes);

const split = (minutes: number) => {
  const whole = Math.abs(minutes);
  return { hours: Math.floor(whole / minutesPerHour), rest: whole % minutesPerHour };
};
