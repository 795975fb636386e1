import type { HoursEntryView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import type { LogDraft } from './log-draft.js';

/**
 * Says what the server has now. `mentor` is null for drafts. An earlier try may have arrived although its answer was lost;
 * if the form was changed since, the entry stands as it was first sent, and that is said.
 */
export function describeSent(sent: LogDraft, entries: readonly HoursEntryView[], mentor: string | null): string {
  const ids = new Map<string, number>(sent.lines.map((line) => [line.id, line.minutes]));
  const own = entries.filter((entry) => ids.has(entry.id));
  const minutes = own.reduce((sum, entry) => sum + entry.minutes, 0);
  const what = `${showHours(minutes)} on ${showDate(sent.workedOn)}`;
  const words = mentor === null ? `Kept as a draft: ${what}.` : `Sent to ${mentor}: ${what}.`;
  const changed = own.some((entry) => entry.minutes !== ids.get(entry.id) || entry.workedOn !== sent.workedOn);
  return changed ? `${words} An earlier try had arrived, and stands as it was sent then: look at it below.` : words;
}
