import type { RecordEntry, Total } from '@journeybook/domain';
import { standingEntries, totals } from '@journeybook/domain';
import type { Broken } from './check-entries.js';

/** Hours that somebody approved, as they stand beside the record. */
export interface ApprovedHours {
  readonly id: string;
  readonly minutes: number;
}

/** Whether the totals that are kept are the sums of the entries. */
export function checkTotals(entries: readonly RecordEntry[], kept: readonly Total[]): Broken | null {
  const counted = new Map(totals(entries).map((total) => [keyOf(total), total]));
  const there = new Map(kept.map((total) => [keyOf(total), total]));
  for (const key of new Set([...counted.keys(), ...there.keys()].toSorted())) {
    const [should, is] = [described(counted.get(key)), described(there.get(key))];
    if (should !== is)
      return { sequence: null, says: `its total of ${key} is kept as ${is}, and its entries come to ${should}` };
  }
  return null;
}

/** Whether each approved hour has its standing credit of as many minutes, and each credit its approved hour. */
export function checkHours(entries: readonly RecordEntry[], approved: readonly ApprovedHours[]): Broken | null {
  const left = new Map(approved.map((hours) => [hours.id, hours.minutes]));
  for (const entry of standingEntries(entries)) {
    if (entry.kind !== 'ojt-hours-credited') continue;
    const minutes = left.get(entry.hoursEntry);
    if (minutes === undefined)
      return {
        sequence: null,
        says: `credit ${entry.id} stands for hours ${entry.hoursEntry}, which are not approved`,
      };
    if (minutes !== entry.minutes)
      return {
        sequence: null,
        says: `credit ${entry.id} is of ${entry.minutes} minutes, and hours ${entry.hoursEntry} are of ${minutes}`,
      };
    left.delete(entry.hoursEntry);
  }
  const [uncredited] = left.keys();
  return uncredited
    ? { sequence: null, says: `hours ${uncredited} are approved and stand nowhere on the record` }
    : null;
}

const keyOf = ({ subject, code }: Total): string => `${subject} ${code}`;

const described = (total: Total | undefined): string =>
  total
    ? `${total.minutes} minutes (${total.advancedMinutes} of advanced standing, ${total.varianceMinutes ?? 0} by variance), level ${total.level ?? 'none'}, of ${total.entries} entries`
    : 'nothing';
