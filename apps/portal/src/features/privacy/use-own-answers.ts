import { type Client, endpoints, type OwnAnswers } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';

const key = ['own-answers'];

/** One's own answers; forgotten as soon as the page is left. */
export function useOwnAnswers() {
  const client = useClient();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => client(endpoints.readOwnAnswers, { signal }),
    gcTime: 0,
  });
}

/** One act on one's own answers; what comes back is what stands now. */
export function useOwnAnswersAct<Input>(act: (client: Client, input: Input) => Promise<OwnAnswers>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    gcTime: 0,
    onSuccess: (answers) => queries.setQueryData(key, answers),
    onError: readIfChanged(queries, key),
  });
}
