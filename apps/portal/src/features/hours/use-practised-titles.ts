import type { QueueEntry } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { recordQuery } from '../../api/read-record.js';
import { skillTitles } from './work-details.js';

interface Group {
  readonly apprenticeship: QueueEntry['apprenticeship'];
  readonly entries: readonly QueueEntry[];
}

/**
 * The titles of the skills that an apprentice practised, by the Job Book. It is read only where an entry names skills; until it is
 * there, their codes stand for them.
 */
export function usePractisedTitles({ apprenticeship, entries }: Group) {
  const named = entries.some((entry) => entry.practised.length > 0);
  const { data } = useQuery({ ...recordQuery(useClient(), apprenticeship), enabled: named });
  return (entry: QueueEntry): readonly string[] => skillTitles(entry.practised, data?.processes ?? []);
}
