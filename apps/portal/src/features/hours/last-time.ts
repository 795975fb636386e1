import type { HoursEntryView, MergedRecord } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { showHours } from '../../ui/show-hours.js';
import { detailsOf, type WorkDetails } from './work-details.js';

export interface LastTime {
  readonly lines: readonly {
    readonly workProcess: WorkProcessCode;
    readonly minutes: number;
    /** The same shift; which skills were practised is said anew each time. */
    readonly details: WorkDetails;
  }[];
  readonly note: string;
  /** `7 h 30 Operate production equipment`. */
  readonly words: string;
}

/** The last day that was logged and not sent back, to log the same again; null when there is none. */
export function lastTime(logged: readonly HoursEntryView[], processes: MergedRecord['processes']): LastTime | null {
  const known = new Set<string>(processes.map((process) => process.code));
  const usable = logged.filter((entry) => entry.status !== 'returned' && known.has(entry.workProcess.code));
  const day = usable
    .map((entry) => entry.workedOn)
    .sort()
    .at(-1);
  const entries = usable.filter((entry) => entry.workedOn === day);
  const [first] = entries;
  if (!first) return null;
  return {
    lines: entries.map((entry) => ({
      workProcess: entry.workProcess.code,
      minutes: entry.minutes,
      details: { ...detailsOf(entry), practised: [] },
    })),
    note: first.note,
    words: entries.map((entry) => `${showHours(entry.minutes)} ${entry.workProcess.title}`).join(', '),
  };
}
