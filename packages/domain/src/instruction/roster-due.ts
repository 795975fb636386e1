import type { Instant } from '../units.js';

/** What is known of the last reading of a section's roster. */
export interface RosterReading {
  readonly state: 'never' | 'reading' | 'read' | 'failed';
  readonly readAt: Instant | null;
}

/** Launches closer together than this read the roster once (lti.md §7.4). */
export const rosterFreshMinutes = 10;

/** Whether a launch has the roster read again: not when that was done in the last ten minutes. */
export const isRosterDue = ({ state, readAt }: RosterReading, now: Instant): boolean =>
  state !== 'read' || readAt === null || Date.parse(now) - Date.parse(readAt) >= rosterFreshMinutes * 60_000;
