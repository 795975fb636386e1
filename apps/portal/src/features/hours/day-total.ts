import type { HoursEntryView } from '@journeybook/contracts';
import type { LogDraft } from './log-draft.js';

/** All minutes of the day being logged: `earlier` are on the server already, `minutes` are those and the form's. */
export function dayTotal(logged: readonly HoursEntryView[], draft: LogDraft): { minutes: number; earlier: number } {
  const ids = new Set<string>(draft.lines.map((line) => line.id));
  const earlier = logged
    // A line whose answer was lost on the way may be there already: it is counted once.
    .filter((entry) => entry.workedOn === draft.workedOn && !ids.has(entry.id))
    .reduce((sum, entry) => sum + entry.minutes, 0);
  return { earlier, minutes: draft.lines.reduce((sum, line) => sum + line.minutes, earlier) };
}
