import type { Instant } from '../units.js';
import type { MappingPolicy } from './mapping-policy.js';

export interface GradeFacts {
  readonly policy: MappingPolicy;
  readonly passMarkPercent: number;
  /** Every score this tool ever wrote for the learner in this column, or is about to. */
  readonly writtenPercents: readonly number[];
  /** When a credit of this course was last taken back; null when none was. */
  readonly reversedAt: Instant | null;
  /** Since when the section is this course, where it was another one before; otherwise null. */
  readonly courseSince: Instant | null;
}

/** A grade as the platform has it, and since when we know it. */
export interface ReadGrade {
  readonly percent: number | null;
  readonly observedAt: Instant;
}

/**
 * Whether a grade is the instructor's confirmation by itself: only where who mapped the section chose so, when it passes, when
 * it is no score that this tool ever wrote there: one that is being taken away may still be read, and when it came after the last
 * credit was taken back and after the section became this course. The person who chose
 * the policy answers for the credit (PRODUCT, "Related instruction": a program may let it).
 */
export function isConfirmingGrade({ percent, observedAt }: ReadGrade, facts: GradeFacts): boolean {
  const { policy, passMarkPercent, writtenPercents, reversedAt, courseSince } = facts;
  if (policy.confirmedBy !== 'grade' || percent === null || percent < passMarkPercent) return false;
  if (writtenPercents.some((written) => Math.abs(written - percent) < 0.0005)) return false;
  return [reversedAt, courseSince].every((after) => after === null || Date.parse(observedAt) > Date.parse(after));
}
