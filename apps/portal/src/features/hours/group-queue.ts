import type { QueueEntry } from '@journeybook/contracts';

export interface QueueGroup {
  readonly apprenticeship: QueueEntry['apprenticeship'];
  readonly name: string;
  readonly entries: readonly QueueEntry[];
}

/** The queue by apprentice, in the order of names; the oldest day of each first. */
export function groupQueue(entries: readonly QueueEntry[]): readonly QueueGroup[] {
  const groups = new Map<QueueEntry['apprenticeship'], QueueEntry[]>();
  for (const entry of entries) groups.set(entry.apprenticeship, [...(groups.get(entry.apprenticeship) ?? []), entry]);
  return [...groups]
    .map(([apprenticeship, own]) => ({
      apprenticeship,
      name: own[0]?.apprentice.name ?? '',
      entries: own.toSorted((a, b) => (a.workedOn < b.workedOn ? -1 : a.workedOn > b.workedOn ? 1 : 0)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Minutes of all the entries together. */
export const minutesOf = (entries: readonly { readonly minutes: number }[]): number =>
  entries.reduce((sum, entry) => sum + entry.minutes, 0);
