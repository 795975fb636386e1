import type { Named } from '@journeybook/database';

/** Fields whose values are words of the product or whole numbers, never anybody's own. */
const telling = new Set([
  'role',
  'kind',
  'to',
  'decision',
  'competency',
  'workProcess',
  'course',
  'level',
  'step',
  'credential',
  'minutes',
  'version',
  'edition',
  'submit',
  'confirmedBy',
  'creditMode',
  'attempt',
  'outcome',
  'job',
]);
/** A list is told by its length. */
const counted = new Set([
  'entries',
  'lines',
  'items',
  'learners',
  'reviews',
  'courses',
  'mapping',
  'members',
  'results',
]);

const idPattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

/**
 * What a request is about, out of its address and the body as the contract reads it: ids, words of the product and counts. What
 * somebody wrote, a name, a date of birth or an address of theirs is never among it.
 */
export function namedIn(params: Readonly<Record<string, unknown>>, body: unknown): Named {
  const given = { ...asRecord(body), ...params };
  return {
    ids: [...new Set(idsIn(given))],
    subjects: Object.fromEntries(Object.entries(given).filter(([, value]) => isId(value))) as Record<string, string>,
    details: Object.fromEntries(Object.entries(given).flatMap(([name, value]) => detailOf(name, value))),
  };
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function idsIn(value: unknown): string[] {
  if (isId(value)) return [value.toLowerCase()];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return Object.values(asRecord(value)).flatMap(idsIn);
}

function detailOf(name: string, value: unknown): (readonly [string, string | number | boolean])[] {
  if (counted.has(name) && Array.isArray(value)) return [[name, value.length]];
  if (!telling.has(name) || isId(value)) return [];
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 40)
    ? [[name, value]]
    : [];
}
