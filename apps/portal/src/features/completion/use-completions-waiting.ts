import { endpoints } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** Apprentices whose mastery is attested and who wait for the sponsor's review, the longest first. */
export function useCompletionsWaiting({ enabled = true }: { enabled?: boolean } = {}) {
  const client = useClient();
  return useQuery({
    queryKey: ['completions'],
    queryFn: ({ signal }) => client(endpoints.listCompletions, { signal }),
    select: (answer) => answer.waiting,
    enabled,
  });
}
