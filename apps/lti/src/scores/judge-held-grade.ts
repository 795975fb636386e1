import type { ScoreDelivery } from '@journeybook/contracts';
import { type HeldPercent, isSame } from '../protocol/held-percent.js';

export interface HeldGrade extends HeldPercent {
  /** What it may hold from us: the score delivered last and those sent since. */
  readonly ours: readonly number[];
}

/** `delivered` – it is there already; `kept-grade` – the platform's own grade stays; `conflict` – a person has to decide. */
export type Judgement = 'delivered' | 'kept-grade' | 'conflict';

type Wanted = Pick<ScoreDelivery, 'scorePercent' | 'graded' | 'restores'>;

/**
 * Before a score is sent: what becomes of it by the grade that the platform holds; null when it may be sent. A mark of completion
 * and the taking away of a score never touch a grade that is not ours; a graded score that had to wait is not put over one either,
 * since it may have been typed meanwhile (lti.md 7.8, 22). What is brought back only takes the place of ours, be it the same grade,
 * for the sake of the comment beside it; where ours is gone, somebody took it away, or typed a zero at Moodle.
 */
export function judgeBefore(wanted: Wanted, held: HeldGrade): Judgement | null {
  const isOurs = held.percent !== null && held.ours.some((percent) => isSame(held, percent));
  if (wanted.restores && isOurs) return null;
  if (isSame(held, wanted.scorePercent)) return 'delivered';
  if (wanted.restores) return 'kept-grade';
  if (held.percent === null) return null;
  if (wanted.scorePercent === null) return isOurs ? null : 'kept-grade';
  if (!wanted.graded) return 'kept-grade';
  return isOurs ? null : 'conflict';
}

/** After the platform refused a score as older than what it holds. */
export function judgeRefused(wanted: Wanted, held: HeldGrade): Judgement {
  if (isSame(held, wanted.scorePercent)) return 'delivered';
  if (wanted.restores) return 'kept-grade';
  return held.percent !== null && (!wanted.graded || wanted.scorePercent === null) ? 'kept-grade' : 'conflict';
}
