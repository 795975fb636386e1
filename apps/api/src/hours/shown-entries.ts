import type { Tables } from '@journeybook/database';
import type { HoursEntry, HoursEntryId } from '@journeybook/domain';
import { Refused } from '../http/refused.js';

/** An entry as it was on the approver's screen. */
export interface ShownEntry {
  readonly id: HoursEntryId;
  readonly version: number;
}

/**
 * Holds the entries of a batch, each with the version that was shown. One that is gone, or listed twice, refuses the batch:
 * what was shown is not what is there.
 */
export async function lockShown(
  tables: Tables,
  shown: readonly ShownEntry[],
): Promise<readonly { entry: HoursEntry; shownVersion: number }[]> {
  const versions = new Map(shown.map(({ id, version }) => [id, version]));
  const entries = await tables.hours.lockAll([...versions.keys()]);
  if (versions.size !== shown.length || entries.length !== versions.size)
    throw new Refused({ kind: 'changed-since-shown' });
  return entries.map((entry) => ({ entry, shownVersion: versions.get(entry.id) ?? 0 }));
}
