import type { Standard } from '../program/standard.js';
import { standardChanges } from '../record/current-code.js';
import type { RecordEntry, StandardChanged } from '../record/record-entry.js';
import { contributionNow } from '../record/totals.js';
import type { Requirement } from './requirements.js';

/** How often something that stood behind a requirement was taken back. It only goes up. */
export type TakenBack = (requirement: Pick<Requirement, 'kind' | 'code'>) => number;

/** What was taken back of a record, and the changes of standard it is read by. */
export interface TakenBackFacts {
  readonly reversed: readonly RecordEntry[];
  readonly changes: readonly StandardChanged[];
}

/** The same, out of a whole record. */
export function takenBackFrom(standard: Standard, entries: readonly RecordEntry[]): TakenBack {
  const ids = new Set(entries.flatMap((entry) => (entry.kind === 'entry-reversed' ? [entry.reverses] : [])));
  return countTakenBack(standard, {
    reversed: entries.filter((entry) => ids.has(entry.id)),
    changes: standardChanges(entries),
  });
}

/**
 * How often something behind each requirement was taken back: whatever the order of the entries. As the record only grows, a number
 * that is the same twice means that everything seen the first time still stands.
 */
export function countTakenBack(standard: Standard, { reversed, changes }: TakenBackFacts): TakenBack {
  const counts = new Map<string, number>();
  for (const entry of reversed)
    for (const key of requirementsBehind(standard, entry, changes)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return ({ kind, code }) => counts.get(keyOf(kind, code)) ?? 0;
}

const keyOf = (kind: Requirement['kind'], code: string): string => `${kind} ${code}`;

/** Every requirement that an entry helps to meet, whatever the approach of the program. */
function requirementsBehind(
  standard: Standard,
  entry: RecordEntry,
  changes: readonly StandardChanged[],
): readonly string[] {
  if (entry.kind === 'credential-earned') return [keyOf('completion-credential', entry.credential)];
  const added = contributionNow(entry, changes);
  if (!added) return [];
  const { subject, code } = added;
  switch (subject) {
    case 'work-process':
      return [keyOf('process-hours', code), keyOf('ojt-minimum', 'ojt-minimum')];
    case 'competency':
      return [keyOf('competency', code)];
    case 'course': {
      const group = standard.courses.find((one) => one.code === code)?.electiveGroup;
      return [group === undefined ? keyOf('course', code) : keyOf('electives', group)];
    }
  }
}
