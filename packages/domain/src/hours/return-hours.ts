import type { HoursEntry, ReturnedHours } from './hours-entry.js';
import { worked } from './hours-entry.js';
import type { Deciding, DecideHoursRefusal } from './decide-hours.js';
import { mayDecideHours } from './decide-hours.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';

export type ReturnHoursRefusal = DecideHoursRefusal | { readonly kind: 'reason-missing' };

/** Gives submitted hours back to the apprentice with a reason; refusals as `mayDecideHours`, and `reason-missing`. */
export function returnHours(
  entry: HoursEntry,
  returning: Deciding & { at: Instant; reason: string },
): Result<ReturnedHours, ReturnHoursRefusal> {
  const decision = mayDecideHours(entry, returning);
  if (!decision.ok) return decision;
  const reason = returning.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  return accept({
    ...worked(entry),
    status: 'returned' as const,
    version: entry.version + 1,
    submittedAt: decision.value.submittedAt,
    returnedBy: returning.by.person,
    returnedAt: returning.at,
    reason,
  });
}
