import { type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';

/** How the people of one's organisations sign in, and what partners of a sponsor ask for. */
export function useProviders() {
  const client = useClient();
  return useQuery({ queryKey: ['providers'], queryFn: ({ signal }) => client(endpoints.readProviders, { signal }) });
}

/** One act on a provider or a domain; the page is read again after it. */
export function useProviderAct<Input, Answer>(act: (client: Client, input: Input) => Promise<Answer>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onError: readIfChanged(queries, ['providers']),
    onSettled: () => queries.invalidateQueries({ queryKey: ['providers'] }),
  });
}
