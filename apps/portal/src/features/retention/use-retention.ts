import { type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** How long each agreement of one's sponsors is kept. */
export function useRetention() {
  const client = useClient();
  return useQuery({ queryKey: ['retention'], queryFn: ({ signal }) => client(endpoints.listRetention, { signal }) });
}

/** One act on what is kept; what names somebody is read again after it. */
export function useRetentionAct<Input>(act: (client: Client, input: Input) => Promise<unknown>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onSuccess: () => {
      for (const key of ['retention', 'apprenticeships', 'record', 'agreement', 'program-options'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
