import type { HoursEntry, SubmittedHours } from './hours-entry.js';
import { worked } from './hours-entry.js';
import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';

export type SubmitHoursRefusal =
  | { readonly kind: 'not-their-hours' }
  | { readonly kind: 'not-open'; readonly status: HoursEntry['status'] };

/** Hands drafted or returned hours to the approver. Only the apprentice who worked them may, and only once. */
export function submitHours(
  entry: HoursEntry,
  { by, at }: { by: PersonId; at: Instant },
): Result<SubmittedHours, SubmitHoursRefusal> {
  if (entry.apprentice !== by) return refuse({ kind: 'not-their-hours' });
  if (entry.status !== 'draft' && entry.status !== 'returned')
    return refuse({ kind: 'not-open', status: entry.status });
  return accept({ ...worked(entry), status: 'submitted' as const, version: entry.version + 1, submittedAt: at });
}
