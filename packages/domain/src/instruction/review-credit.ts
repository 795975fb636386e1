import type { PersonId, RecordEntryId } from '../brand.js';
import type { EntryReversed, RtiHoursCredited } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

/** What came up after a credit that a person has to look at. */
export type ReviewCause = 'grade-lowered' | 'grade-removed' | 'learner-left' | 'match-taken-back';

/** A grade of a credited learner that was read: what was known before, what is there now. Null is unknown, never zero. */
export interface GradeChange {
  readonly before: number | null;
  readonly now: number | null;
}

export interface GradeChangeFacts {
  readonly passMarkPercent: number;
  /** A score of this tool is on its way to the column: what stands there meanwhile says nothing. */
  readonly scoreOnItsWay: boolean;
}

/**
 * Whether a grade that changed after the credit opens a review: lowered below the pass mark, or taken away where one was. It
 * takes no hours away by itself, whichever attempt counts: a correction and a retake look alike in a gradebook. Null when
 * there is nothing to look at (PRODUCT, "Related instruction"; lti.md §5.3).
 */
export function causeOfChange(change: GradeChange, facts: GradeChangeFacts): ReviewCause | null {
  if (facts.scoreOnItsWay) return null;
  if (change.now === null) return change.before === null ? null : 'grade-removed';
  return change.now < facts.passMarkPercent ? 'grade-lowered' : null;
}

export type ReviewDecision = 'keep' | 'reverse';

export type DecideReviewRefusal =
  | { readonly kind: 'review-decided' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'changed-since-shown' };

export interface ReviewFacts {
  readonly by: PersonId;
  readonly at: Instant;
  readonly today: CalendarDate;
  readonly recordEntry: RecordEntryId;
  /** Whether nobody decided it before. */
  readonly open: boolean;
  /** The credit in question; null when it was reversed meanwhile. */
  readonly credit: RtiHoursCredited | null;
}

/**
 * An instructor's decision about a credit in question, with a reason: keep it, or put a reversal beside it. After a reversal a
 * later completion can be credited again.
 */
export function decideReview(
  { decision, reason }: { decision: ReviewDecision; reason: string },
  { by, at, today, recordEntry, open, credit }: ReviewFacts,
): Result<{ readonly reversal: EntryReversed | null }, DecideReviewRefusal> {
  if (!open) return refuse({ kind: 'review-decided' });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (decision === 'keep') return accept({ reversal: null });
  if (!credit) return refuse({ kind: 'changed-since-shown' });
  return accept({ reversal: reverseEntry(credit, { id: recordEntry, by, at, on: today, reason: reason.trim() }) });
}
