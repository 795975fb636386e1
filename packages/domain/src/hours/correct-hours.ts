import type { DraftHours, HoursEntry } from './hours-entry.js';
import type { HoursToLog, LoggingFacts, LogHoursRefusal } from './log-hours.js';
import { logHours } from './log-hours.js';
import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

export type OpenHoursRefusal =
  | { readonly kind: 'not-their-hours' }
  | { readonly kind: 'not-open'; readonly status: HoursEntry['status'] }
  | { readonly kind: 'changed-since-shown' };

/** Whether the apprentice may still change an entry: it is theirs, a draft or returned, and as it was shown. */
export function mayChangeHours(
  entry: HoursEntry,
  { by, shownVersion }: { by: PersonId; shownVersion: number },
): Result<HoursEntry, OpenHoursRefusal> {
  if (entry.apprentice !== by) return refuse({ kind: 'not-their-hours' });
  if (entry.status !== 'draft' && entry.status !== 'returned')
    return refuse({ kind: 'not-open', status: entry.status });
  if (entry.version !== shownVersion) return refuse({ kind: 'changed-since-shown' });
  return accept(entry);
}

/** Makes a draft again of a draft or returned entry, with what was corrected; the rules of logging hold once more. */
export function correctHours(
  entry: HoursEntry,
  correction: { by: PersonId; shownVersion: number; corrected: Omit<HoursToLog, 'id'> },
  facts: LoggingFacts,
): Result<DraftHours, OpenHoursRefusal | LogHoursRefusal> {
  const open = mayChangeHours(entry, correction);
  if (!open.ok) return open;
  const logged = logHours({ ...correction.corrected, id: entry.id }, facts);
  if (!logged.ok) return logged;
  return accept({ ...logged.value, version: entry.version + 1, loggedAt: entry.loggedAt });
}
