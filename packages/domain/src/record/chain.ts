import type { RecordEntry } from './record-entry.js';

/** What the first entry of a record is chained to. */
export const chainStart = '0'.repeat(64);

/**
 * The text that is hashed for an entry: the hash before it and every field, in an order that does not depend on how the
 * object was built. Changing, removing or reordering any entry breaks every hash after it.
 */
export const chainText = (previousHash: string, sequence: number, entry: RecordEntry): string =>
  canonical({ previousHash, sequence, entry });

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}
