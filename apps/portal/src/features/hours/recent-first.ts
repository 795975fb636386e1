import type { HoursEntryView, MergedRecord } from '@journeybook/contracts';

type Processes = MergedRecord['processes'];

/** The work processes logged lately first, the newest before all; then the others in the order of the standard. */
export function recentFirst(processes: Processes, logged: readonly HoursEntryView[]): Processes {
  const newest = new Map<string, string>();
  for (const { workProcess, workedOn } of logged)
    if (workedOn > (newest.get(workProcess.code) ?? '')) newest.set(workProcess.code, workedOn);
  const lastWorked = (process: Processes[number]) => newest.get(process.code) ?? '';
  return processes.toSorted((a, b) => (lastWorked(a) < lastWorked(b) ? 1 : lastWorked(a) > lastWorked(b) ? -1 : 0));
}
