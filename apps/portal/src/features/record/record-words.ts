import type { MergedRecord } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';

/** How an apprentice advances, in one word. */
export const approachWords = {
  time: 'time-based',
  competency: 'competency-based',
  hybrid: 'hybrid',
} as const satisfies Record<MergedRecord['approach'], string>;

/** The status of an apprenticeship with the day it began. */
export const statusWords = {
  draft: () => 'Not registered yet',
  registered: (beganOn) => `On probation since ${showDate(beganOn)}`,
  active: (beganOn) => `Active since ${showDate(beganOn)}`,
  suspended: (beganOn) => `Suspended; began ${showDate(beganOn)}`,
  completed: (beganOn) => `Completed; began ${showDate(beganOn)}`,
  cancelled: (beganOn) => `Cancelled; began ${showDate(beganOn)}`,
  transferred: (beganOn) => `Transferred; began ${showDate(beganOn)}`,
} as const satisfies Record<MergedRecord['status'], (beganOn: string) => string>;

/** How long the longest waiting entry has waited: `, 3 days`; empty on the first day. */
export function waitedFor(pending: MergedRecord['pending'], now: number = Date.now()): string {
  const oldest = Math.min(...pending.map((entry) => Date.parse(entry.loggedAt)));
  const days = Math.floor((now - oldest) / 86_400_000);
  if (pending.length === 0 || days < 1) return '';
  return `, ${days === 1 ? '1 day' : `${days} days`}`;
}
