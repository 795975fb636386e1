import type { Role } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

export type GiveUntilRefusal =
  | { readonly kind: 'last-day-not-for-role' }
  | { readonly kind: 'last-day-over'; readonly today: CalendarDate };

/**
 * Decides whether a role may be given until this day, with which it ends by itself: an auditor's, who comes for a review, and today at
 * the earliest. Every other role ends by somebody's act, or an organisation could wake up without an administrator.
 */
export function giveUntil(
  role: Role,
  until: CalendarDate | null,
  today: CalendarDate,
): Result<CalendarDate | null, GiveUntilRefusal> {
  if (until === null) return accept(null);
  if (role !== 'auditor') return refuse({ kind: 'last-day-not-for-role' });
  return until < today ? refuse({ kind: 'last-day-over', today }) : accept(until);
}
