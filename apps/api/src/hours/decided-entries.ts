import type { HoursEntry, HoursEntryId, Minutes } from '@journeybook/domain';
import { sumMinutes } from '@journeybook/domain';

/** The entries a batch decided about, with the versions they have now. */
export interface DecidedEntries {
  readonly entries: readonly { readonly id: HoursEntryId; readonly version: number }[];
  readonly minutes: Minutes;
}

export const decided = (entries: readonly HoursEntry[]): DecidedEntries => ({
  entries: entries.map(({ id, version }) => ({ id, version })),
  minutes: sumMinutes(entries.map((entry) => entry.minutes)),
});
