/** A score that this tool wrote, or is about to. */
export interface WrittenMark {
  readonly percent: number | null;
  /** Whether it was a grade of the instructor; otherwise only a mark of completion. */
  readonly graded: boolean;
  readonly state: 'waiting' | 'delivered' | 'refused' | 'superseded';
  /** The last percent that the gradebook took or is about to get; null when there is none. */
  readonly kept: number | null;
}

/**
 * What follows a score whose confirmation was taken back: the grade that was there before comes back, be it the same one, since the
 * comment beside it still tells of hours; or the score is taken away (`percent` null). Null when the column needs nothing: nothing
 * was written, it was refused and no earlier one is there, or what was there was kept.
 */
export function scoreAfterReversal(
  written: WrittenMark | null,
  before: number | null,
): { readonly percent: number | null } | null {
  if (!written || written.percent === null) return null;
  if (written.state === 'refused' && written.kept === null) return null;
  // A mark of completion never took the place of a grade (lti.md §4.4).
  if (before !== null && !written.graded) return null;
  return { percent: before };
}
