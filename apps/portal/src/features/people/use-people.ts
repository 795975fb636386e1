import { type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** Who belongs to the organisations one runs, and who works with them. */
export function usePeople() {
  const client = useClient();
  return useQuery({ queryKey: ['people'], queryFn: ({ signal }) => client(endpoints.listPeople, { signal }) });
}

/** One act on people or invitations; the list is read again after it. */
export function usePeopleAct<Input, Answer>(act: (client: Client, input: Input) => Promise<Answer>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onSettled: () => {
      // A partner is one to register apprentices with; one's own role may be among those that ended.
      for (const key of ['people', 'program-options', 'session']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
