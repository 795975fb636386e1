import type { Minutes } from '@journeybook/domain';

/** Hours attended as somebody types them: `12`, `12.5`, `12,5 h`, `7:30`. Whole minutes, or null when it is no such time. */
export function readAttended(typed: string): Minutes | null {
  const text = typed.trim().toLowerCase().replace(/\s*h$/, '');
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]));
  const decimal = /^\d{1,3}(?:[.,]\d{1,2})?$/.exec(text);
  return decimal ? positive(Math.round(Number(text.replace(',', '.')) * 60)) : null;
}

const positive = (minutes: number): Minutes | null => (minutes > 0 ? (minutes as Minutes) : null);
