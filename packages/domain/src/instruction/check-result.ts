import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Minutes } from '../units.js';

/** What an instructor enters about a learner: a grade, what was attended, or both; null is nothing entered. */
export interface EnteredResult {
  readonly scorePercent: number | null;
  readonly attendedMinutes: Minutes | null;
}

export type CheckResultRefusal =
  | { readonly kind: 'score-out-of-range' }
  | { readonly kind: 'attendance-missing' }
  | { readonly kind: 'attendance-above-course'; readonly courseMinutes: Minutes };

/** Whether a result can be kept as evidence: 0 to 100 percent, and from one minute up to all of the course. It credits nothing. */
export function checkResult<Entered extends EnteredResult>(
  entered: Entered,
  courseMinutes: Minutes,
): Result<Entered, CheckResultRefusal> {
  const { scorePercent, attendedMinutes } = entered;
  if (scorePercent !== null && !(scorePercent >= 0 && scorePercent <= 100))
    return refuse({ kind: 'score-out-of-range' });
  if (attendedMinutes !== null && attendedMinutes <= 0) return refuse({ kind: 'attendance-missing' });
  if (attendedMinutes !== null && attendedMinutes > courseMinutes)
    return refuse({ kind: 'attendance-above-course', courseMinutes });
  return accept(entered);
}
