import { type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';

/** What one has beside a password. */
export function useSecondFactors() {
  const client = useClient();
  return useQuery({
    queryKey: ['second-factors'],
    queryFn: ({ signal }) => client(endpoints.readSecondFactors, { signal }),
  });
}

/** One act on one's own second factors; what it changes is read again after it. */
export function useSecondFactorAct<Input, Answer>(act: (client: Client, input: Input) => Promise<Answer>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onError: readIfChanged(queries, ['second-factors']),
    onSettled: () => {
      for (const key of ['second-factors', 'session', 'account-sessions'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
