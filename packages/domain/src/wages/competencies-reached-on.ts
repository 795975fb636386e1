import type { Standard } from '../program/standard.js';
import { contributionNow, standingEntries } from '../record/totals.js';
import { standardChanges } from '../record/current-code.js';
import type { RecordEntry } from '../record/record-entry.js';
import type { CalendarDate } from '../units.js';

/**
 * The day on which so many different competencies stood signed off at their required level; null while fewer do. A competency counts
 * from the day it was first signed at its level; voided sign-offs count for nothing.
 */
export function competenciesReachedOn(
  standard: Standard,
  { entries, count, granted }: { entries: readonly RecordEntry[]; count: number; granted: boolean },
): CalendarDate | null {
  const changes = standardChanges(entries);
  const required = new Map<string, number>(standard.competencies.map((one) => [one.code, one.requiredLevel]));
  const firstSigned = new Map<string, CalendarDate>();
  for (const entry of standingEntries(entries)) {
    if (!granted && entry.kind === 'advanced-standing-granted') continue;
    const adds = contributionNow(entry, changes);
    const level = adds && adds.subject === 'competency' ? required.get(adds.code) : undefined;
    if (!adds || level === undefined || adds.level === null || adds.level < level) continue;
    const before = firstSigned.get(adds.code);
    if (before === undefined || entry.occurredOn < before) firstSigned.set(adds.code, entry.occurredOn);
  }
  return [...firstSigned.values()].sort()[count - 1] ?? null;
}
