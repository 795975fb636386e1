import type { Instant } from '../units.js';
import type { AttemptRule } from './mapping-policy.js';

/** A grade as it was read; null where the platform knew none, which is unknown and never zero (lti.md §4.4). */
export interface SeenGrade {
  readonly percent: number | null;
}

/**
 * Which of a learner's grades counts, oldest first: the first that passed, the best, or the latest. A grade that was taken
 * away leaves those before it to the first two rules; under `latest` there is then none. Null when no grade counts.
 */
export function countingGrade(
  seen: readonly SeenGrade[],
  { attempt, passMarkPercent }: { attempt: AttemptRule; passMarkPercent: number },
): number | null {
  const known = seen.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  if (attempt === 'latest') return seen.at(-1)?.percent ?? null;
  if (known.length === 0) return null;
  if (attempt === 'best') return Math.max(...known);
  return known.find((percent) => percent >= passMarkPercent) ?? known.at(-1) ?? null;
}

/** What takes grades of a learner out of the count. */
export interface AttemptFacts {
  /** When a credit of this course was last reversed after a question; null when none was. */
  readonly reversedAt: Instant | null;
  /** Percents that this tool wrote as marks of completion, in place of a grade. */
  readonly marks: readonly number[];
}

/**
 * Which of a learner's grades are attempts: none that was there when a credit was reversed, or the decision would be undone by what it
 * was made about, and no mark of completion of ours, which is nobody's grade.
 */
export const attemptsAmong = <Seen extends SeenGrade & { readonly readAt: Instant }>(
  seen: readonly Seen[],
  { reversedAt, marks }: AttemptFacts,
): readonly Seen[] =>
  seen.filter(
    ({ percent, readAt }) =>
      (percent === null || !marks.includes(percent)) &&
      (reversedAt === null || Date.parse(readAt) > Date.parse(reversedAt)),
  );
