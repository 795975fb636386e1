import type { StandardId } from '../brand.js';
import type { MappedCode, RecordEntry, StandardChanged } from './record-entry.js';

/** Where an item is found, and under which version of the standard. */
export interface CodeUnder {
  readonly standard: StandardId;
  readonly subject: MappedCode['subject'];
  readonly code: string;
}

/** The changes of standard in a record, in whatever order its entries are given. */
export const standardChanges = (entries: readonly RecordEntry[]): readonly StandardChanged[] =>
  entries.filter((entry) => entry.kind === 'standard-changed');

/**
 * What a code is called in the version the apprentice is bound to now, through every change of standard since; null when it
 * ended with one. Entries keep the code and version they were made under: nothing is rewritten. Lets both be read together.
 */
export function currentCode(
  changes: readonly StandardChanged[],
  { standard, subject, code }: CodeUnder,
): string | null {
  let under = standard;
  let called: string | null = code;
  // A record never comes back to a version it has left (move-apprentice.ts), so each change is passed at most once.
  for (let passed = 0; passed < changes.length && called !== null; passed += 1) {
    const change = changes.find((one) => one.standard === under);
    if (!change) break;
    const before: string = called;
    const mapped = change.mapping.find((one) => one.subject === subject && one.from === before);
    called = mapped ? mapped.to : before;
    under = change.to;
  }
  return called;
}
