import type { RecordEntry } from './record-entry.js';
import type { Minutes } from '../units.js';

/** One number of the record: minutes in a work process or a course, or the level of a competency. */
export interface Total {
  readonly subject: 'work-process' | 'course' | 'competency';
  readonly code: string;
  /** Sum of the entries that stand, before any cap; 0 for a competency. */
  readonly minutes: Minutes;
  /** Part of the minutes that was granted as advanced standing. */
  readonly advancedMinutes: Minutes;
  /** The highest level attested, for a competency; null otherwise or when none stands. */
  readonly level: number | null;
  /** Entries behind the number, reversed ones and their reversals not counted. */
  readonly entries: number;
}

/** The subject a number belongs to, and what one entry adds to it; null for entries that carry no number. */
export function contribution(entry: RecordEntry): Total | null {
  switch (entry.kind) {
    case 'ojt-hours-credited':
      return total('work-process', entry.workProcess, { minutes: entry.minutes });
    case 'rti-hours-credited':
      return total('course', entry.course, { minutes: entry.minutes });
    case 'advanced-standing-granted': {
      const { subject } = entry;
      const granted = { minutes: subject.minutes, advancedMinutes: subject.minutes };
      return subject.kind === 'work-process'
        ? total('work-process', subject.workProcess, granted)
        : total('course', subject.course, granted);
    }
    case 'competency-attested':
      return total('competency', entry.competency, { level: entry.level });
    case 'status-changed':
    case 'entry-reversed':
      return null;
  }
}

/**
 * The totals of a record: what stands after reversals, whatever the order of the entries. Only entries count, and every
 * entry was signed for: nothing pending is in here (PRODUCT, "The record" 1 and 2).
 */
export function totals(entries: readonly RecordEntry[]): readonly Total[] {
  const reversed = new Set(entries.flatMap((entry) => (entry.kind === 'entry-reversed' ? [entry.reverses] : [])));
  const sums = new Map<string, Total>();
  for (const entry of entries) {
    if (reversed.has(entry.id)) continue;
    const added = contribution(entry);
    if (!added) continue;
    const key = `${added.subject} ${added.code}`;
    const before = sums.get(key);
    sums.set(key, before ? add(before, added) : added);
  }
  return [...sums.values()].sort((a, b) => compare(a.subject, b.subject) || compare(a.code, b.code));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const add = (left: Total, right: Total): Total => ({
  ...left,
  minutes: (left.minutes + right.minutes) as Minutes,
  advancedMinutes: (left.advancedMinutes + right.advancedMinutes) as Minutes,
  level: left.level === null ? right.level : right.level === null ? left.level : Math.max(left.level, right.level),
  entries: left.entries + right.entries,
});

const total = (
  subject: Total['subject'],
  code: string,
  part: { minutes?: Minutes; advancedMinutes?: Minutes; level?: number },
): Total => ({
  subject,
  code,
  minutes: part.minutes ?? (0 as Minutes),
  advancedMinutes: part.advancedMinutes ?? (0 as Minutes),
  level: part.level ?? null,
  entries: 1,
});
