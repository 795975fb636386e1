import type { CompetencyCode, CourseCode, WorkProcessCode } from '../brand.js';
import type { MappedCode } from '../record/record-entry.js';
import { sumMinutes } from '../units.js';
import type { StandingItem } from './standing-request.js';
import { itemKey } from './standing-request.js';

/**
 * The items of a request that waits, when the apprentice moves to another version: each under the code that its own is mapped to, several
 * that become one together. An item whose code ends keeps it: it is in the request to be read, and cannot be granted any more.
 */
export function carryItems(items: readonly StandingItem[], mapping: readonly MappedCode[]): readonly StandingItem[] {
  const carried = Map.groupBy(
    items.map((item) => renamed(item, mapping)),
    itemKey,
  );
  return [...carried.values()].map((same) => same.reduce(together));
}

function renamed(item: StandingItem, mapping: readonly MappedCode[]): StandingItem {
  const to = (code: string) => mapping.find((one) => one.subject === item.kind && one.from === code)?.to ?? code;
  switch (item.kind) {
    case 'work-process':
      return { ...item, workProcess: to(item.workProcess) as WorkProcessCode };
    case 'course':
      return { ...item, course: to(item.course) as CourseCode };
    case 'competency':
      return { ...item, competency: to(item.competency) as CompetencyCode };
  }
}

function together(one: StandingItem, other: StandingItem): StandingItem {
  if (one.kind === 'competency')
    return other.kind === 'competency' ? { ...one, level: Math.max(one.level, other.level) } : one;
  return other.kind === 'competency' ? one : { ...one, minutes: sumMinutes([one.minutes, other.minutes]) };
}
