import type { QueueEntry } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

/** Which of the entries that were chosen are no longer as they were shown, one sentence each. */
export function whatChanged(chosen: readonly QueueEntry[], now: readonly QueueEntry[]): readonly string[] {
  const current = new Map(now.map((entry) => [entry.id, entry]));
  return chosen.flatMap((before) => {
    const after = current.get(before.id);
    const which = `${before.apprentice.name}, ${showDate(before.workedOn)}`;
    if (!after) return [`${which}: no longer waits for you.`];
    if (after.version === before.version) return [];
    return [
      `${which}: was ${showHours(before.minutes)}, now ${showHours(after.minutes)} in ${after.workProcess.title}.`,
    ];
  });
}
