import type { StandardId } from '../brand.js';
import type { MappedCode, RecordEntry, StandardChanged } from './record-entry.js';

/** Where an item is found, and under which version of the standard. */
export interface CodeUnder {
  readonly standard: StandardId;
  readonly subject: MappedCode['subject'];
  readonly code: string;
}

/** What a change of standard says about codes. */
export type VersionChange = Pick<StandardChanged, 'standard' | 'to' | 'mapping'>;

/** The changes of standard in a record, in whatever order its entries are given. */
export const standardChanges = (entries: readonly RecordEntry[]): readonly StandardChanged[] =>
  entries.filter((entry) => entry.kind === 'standard-changed');

/**
 * What a code is called in the version the apprentice is bound to now, through every change of standard since; null when it
 * ended with one. Entries keep the code and version they were made under: nothing is rewritten. Lets both be read together.
 */
export function currentCode(changes: readonly VersionChange[], { standard, subject, code }: CodeUnder): string | null {
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

/**
 * Every code that is read as this one today, with the version each stands under, this one first: the way back of `currentCode`.
 */
export function formerCodes(
  changes: readonly VersionChange[],
  { standard, subject, code }: CodeUnder,
): readonly { readonly standard: StandardId; readonly code: string }[] {
  const found = [{ standard, code }];
  let under = standard;
  let codes = [code];
  for (let passed = 0; passed < changes.length; passed += 1) {
    const change = changes.find((one) => one.to === under);
    if (!change) break;
    codes = change.mapping
      .filter((one) => one.subject === subject && one.to !== null && codes.includes(one.to))
      .map((one) => one.from);
    under = change.standard;
    found.push(...codes.map((former) => ({ standard: under, code: former })));
  }
  return found;
}
