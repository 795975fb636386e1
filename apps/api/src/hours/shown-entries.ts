import type { Tables } from '@journeybook/database';
import type { Apprenticeship, HoursEntry, HoursEntryId } from '@journeybook/domain';
import { found, Refused } from '../http/refused.js';

/** An entry as it was on the approver's screen. */
export interface ShownEntry {
  readonly id: HoursEntryId;
  readonly version: number;
}

/** An entry of a batch that this transaction holds, with its agreement. */
export interface HeldEntry {
  readonly entry: HoursEntry;
  readonly shownVersion: number;
  readonly apprenticeship: Apprenticeship;
}

/**
 * Holds the entries of a batch, each with the version that was shown. One that is gone, or listed twice, refuses the batch:
 * what was shown is not what is there. The agreements are held first, as everywhere: nobody waits for one while holding an entry.
 */
export async function lockShown(tables: Tables, shown: readonly ShownEntry[]): Promise<readonly HeldEntry[]> {
  const versions = new Map(shown.map(({ id, version }) => [id, version]));
  const ids = [...versions.keys()];
  const agreements = (await tables.hours.findAll(ids)).map((entry) => entry.apprenticeship);
  const held = new Map((await tables.apprenticeships.holdAll(agreements)).map((one) => [one.id, one]));
  const entries = await tables.hours.lockAll(ids);
  if (versions.size !== shown.length || entries.length !== versions.size)
    throw new Refused({ kind: 'changed-since-shown' });
  return entries.map((entry) => ({
    entry,
    shownVersion: versions.get(entry.id) ?? 0,
    apprenticeship: found(held.get(entry.apprenticeship)),
  }));
}
