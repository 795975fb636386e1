import type { Pace } from './pace.js';

/**
 * How long to wait after so many failures running, in milliseconds: twice as long each time, somewhere between half of that and
 * all of it, so that those who failed together do not come back together. What the platform itself asks for is never cut short,
 * up to a day (RFC 9110, 10.2.3; lti.md §7.4).
 */
export function pauseAfter(failures: number, { pace, retryAfterSeconds, random = Math.random }: PauseOptions): number {
  const wanted = Math.min(pace.longestPauseMilliseconds, pace.firstPauseMilliseconds * 2 ** Math.min(failures - 1, 30));
  const pause = wanted * (0.5 + random() / 2);
  const asked = Math.min((retryAfterSeconds ?? 0) * 1_000, pace.longestRetryAfterMilliseconds);
  return Math.ceil(Math.max(pause, asked));
}

export interface PauseOptions {
  readonly pace: Pace;
  readonly retryAfterSeconds: number | null;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

const spareUnits = 50;

/** How long to leave a platform alone whose answer says how much of our share is left (Canvas; lti.md §4.5). */
export function pauseForShare(remaining: string | undefined, { unitMilliseconds }: Pace): number {
  const units = remaining === undefined ? Number.NaN : Number.parseFloat(remaining);
  return Number.isFinite(units) && units < spareUnits ? Math.ceil((spareUnits - units) * unitMilliseconds) : 0;
}
