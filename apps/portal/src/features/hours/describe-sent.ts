import type { HoursEntryView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import type { LogDraft } from './log-draft.js';

const minutesOf = (entries: readonly { readonly minutes: number }[]) =>
  entries.reduce((sum, entry) => sum + entry.minutes, 0);

/** Says what the server has now; `mentor` is null for drafts. */
export function describeSent(sent: LogDraft, mentor: string | null): string {
  const what = `${showHours(minutesOf(sent.lines))} on ${showDate(sent.workedOn)}`;
  return mentor === null ? `Kept as a draft: ${what}.` : `Sent to ${mentor}: ${what}.`;
}

/** Says that an earlier try had arrived although its answer was lost, and what stands because of it. */
export function describeArrived(arrived: readonly HoursEntryView[]): string {
  const what = arrived
    .map((entry) => `${showHours(entry.minutes)} in ${entry.workProcess.title}, ${showDate(entry.workedOn)}`)
    .join('; ');
  return `An earlier try had arrived, before you changed it: ${what}. It stands as it was sent then; you find it below.`;
}
