/** A grade as a platform holds it. */
export interface HeldPercent {
  /** Null when it holds none. */
  readonly percent: number | null;
  /** Of a column that keeps whole steps: so far apart are two of them. */
  readonly stepPercent: number | null;
}

/**
 * Whether the platform holds this very percent, within what it may have rounded: a hundredth, or half a step where the column keeps
 * whole steps, as Moodle's scales do.
 */
export function isSame(held: HeldPercent, percent: number | null): boolean {
  if (held.percent === null || percent === null) return held.percent === percent;
  return Math.abs(held.percent - percent) <= Math.max(0.01, (held.stepPercent ?? 0) / 2);
}
