import type { Instant } from '../units.js';

/** What is known of the last reading of a section's roster, or of the grades in its column. */
export interface PlatformReading {
  readonly state: 'never' | 'reading' | 'read' | 'failed';
  readonly readAt: Instant | null;
}

/** Launches closer together than this read the roster once (lti.md §7.4). */
export const rosterFreshMinutes = 10;

/** Shorter, since an instructor who has just typed grades opens the course to confirm them. */
export const resultsFreshMinutes = 1;

const isDue = ({ state, readAt }: PlatformReading, now: Instant, freshMinutes: number): boolean =>
  state !== 'read' || readAt === null || Date.parse(now) - Date.parse(readAt) >= freshMinutes * 60_000;

/** Whether a launch has the roster read again: not when that was done in the last ten minutes. */
export const isRosterDue = (reading: PlatformReading, now: Instant): boolean => isDue(reading, now, rosterFreshMinutes);

/** Whether a launch has the grades read again: not when that was done in the last minute. */
export const areResultsDue = (reading: PlatformReading, now: Instant): boolean =>
  isDue(reading, now, resultsFreshMinutes);
