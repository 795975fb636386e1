import type { Named } from '@journeybook/contracts';

/** `L. Okafor`, `L. Okafor or R. Silva`; `a mentor` when nobody is assigned. */
export function anyOf(people: readonly Named[]): string {
  const names = people.map((one) => one.name);
  if (names.length === 0) return 'a mentor';
  if (names.length === 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** `Northern Council`, `Northern Council and River Mill`; empty for nobody. */
export const joinNames = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Ends a sentence that may or may not bring its own full stop. */
export const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const list = new Intl.ListFormat('en-GB');

/** `mentor`, `employer and mentor`, `employer, mentor and apprentice`. */
export const joinWords = (words: readonly string[]): string => list.format(words);
