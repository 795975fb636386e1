import { currentCode, standardChanges } from './current-code.js';
import type { AdvancedStandingGranted, EntryReversed, RecordEntry, StandardChanged } from './record-entry.js';
import type { Minutes } from '../units.js';

/** One number of the record: minutes in a work process or a course, or the level of a competency. */
export interface Total {
  readonly subject: 'work-process' | 'course' | 'competency';
  readonly code: string;
  /** Sum of the entries that stand, before any cap; 0 for a competency. */
  readonly minutes: Minutes;
  /** Part of the minutes that was granted as advanced standing. */
  readonly advancedMinutes: Minutes;
  /** What may count above the maximum by the sponsor's leave; left out when there is none. */
  readonly varianceMinutes?: Minutes;
  /** The highest level attested, for a competency; null otherwise or when none stands. */
  readonly level: number | null;
  /** Entries behind the number, reversed ones and their reversals not counted. */
  readonly entries: number;
}

/** The subject a number belongs to, and what one entry adds to it, under the codes of its own standard; null for no number. */
export function contribution(entry: RecordEntry): Total | null {
  switch (entry.kind) {
    case 'ojt-hours-credited':
      return total('work-process', entry.workProcess, { minutes: entry.minutes });
    case 'rti-hours-credited':
      return total('course', entry.course, { minutes: entry.minutes });
    case 'advanced-standing-granted':
      return granted(entry.subject);
    case 'competency-attested':
      return total('competency', entry.competency, { level: entry.level });
    case 'variance-approved':
      return total('work-process', entry.workProcess, { varianceMinutes: entry.minutes });
    case 'competency-demonstrated':
    case 'competency-observed':
    case 'employer-changed':
    case 'wage-step-given':
    case 'credential-earned':
    case 'standard-changed':
    case 'mastery-attested':
    case 'completion-returned':
    case 'completion-awarded':
    case 'status-changed':
    case 'entry-reversed':
      return null;
  }
}

/** What an entry is about, be it a number or not: an observation is about a skill and adds nothing to it. Null for the agreement itself. */
export function subjectOf(entry: RecordEntry): Pick<Total, 'subject' | 'code'> | null {
  if (entry.kind === 'competency-demonstrated' || entry.kind === 'competency-observed')
    return { subject: 'competency', code: entry.competency };
  return contribution(entry);
}

/** As `contribution`, under the codes of the standard the apprentice is bound to now; null also for what ended with a change. */
export function contributionNow(entry: RecordEntry, changes: readonly StandardChanged[]): Total | null {
  const added = contribution(entry);
  if (!added || changes.length === 0) return added;
  const code = currentCode(changes, { standard: entry.standard, subject: added.subject, code: added.code });
  return code === null ? null : { ...added, code };
}

function granted(subject: AdvancedStandingGranted['subject']): Total {
  switch (subject.kind) {
    case 'work-process':
      return total('work-process', subject.workProcess, { minutes: subject.minutes, advancedMinutes: subject.minutes });
    case 'course':
      return total('course', subject.course, { minutes: subject.minutes, advancedMinutes: subject.minutes });
    case 'competency':
      return total('competency', subject.competency, { level: subject.level });
  }
}

/**
 * The totals of a record: what stands after reversals, whatever the order of the entries, under the codes of today. Only entries
 * count, and every entry was signed for: nothing pending is in here (PRODUCT, "The record" 1 and 2).
 */
export function totals(entries: readonly RecordEntry[]): readonly Total[] {
  const changes = standardChanges(entries);
  const sums = new Map<string, Total>();
  for (const entry of standingEntries(entries)) {
    const added = contributionNow(entry, changes);
    if (!added) continue;
    const key = `${added.subject} ${added.code}`;
    const before = sums.get(key);
    sums.set(key, before ? add(before, added) : added);
  }
  return [...sums.values()].sort((a, b) => compare(a.subject, b.subject) || compare(a.code, b.code));
}

/** The entries that stand: those that no other takes back, and none of the reversals. */
export function standingEntries(entries: readonly RecordEntry[]): readonly Exclude<RecordEntry, EntryReversed>[] {
  const reversed = new Set(entries.flatMap((entry) => (entry.kind === 'entry-reversed' ? [entry.reverses] : [])));
  return entries.filter((entry) => entry.kind !== 'entry-reversed' && !reversed.has(entry.id)) as readonly Exclude<
    RecordEntry,
    EntryReversed
  >[];
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const add = (left: Total, right: Total): Total => ({
  ...left,
  minutes: (left.minutes + right.minutes) as Minutes,
  advancedMinutes: (left.advancedMinutes + right.advancedMinutes) as Minutes,
  ...variance((left.varianceMinutes ?? 0) + (right.varianceMinutes ?? 0)),
  level: left.level === null ? right.level : right.level === null ? left.level : Math.max(left.level, right.level),
  entries: left.entries + right.entries,
});

const total = (
  subject: Total['subject'],
  code: string,
  part: { minutes?: Minutes; advancedMinutes?: Minutes; varianceMinutes?: Minutes; level?: number },
): Total => ({
  subject,
  code,
  minutes: part.minutes ?? (0 as Minutes),
  advancedMinutes: part.advancedMinutes ?? (0 as Minutes),
  ...variance(part.varianceMinutes ?? 0),
  level: part.level ?? null,
  entries: 1,
});

const variance = (minutes: number): Pick<Total, 'varianceMinutes'> =>
  minutes > 0 ? { varianceMinutes: minutes as Minutes } : {};
