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
