import { type Client, endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

const keyOf = (apprenticeship: ApprenticeshipId) => ['mentor-links', apprenticeship];

/** The links of an apprentice, whom one can be sent to, and what it can be about. */
export function useMentorLinks(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(apprenticeship),
    queryFn: ({ signal }) => client(endpoints.listMentorLinks, { params: { apprenticeship }, signal }),
  });
}

/** Sends or takes back a link; the list is read again after it. */
export function useMentorLinkAct<Input, Answer>(
  apprenticeship: ApprenticeshipId,
  act: (client: Client, input: Input) => Promise<Answer>,
) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(apprenticeship) }),
  });
}
