import { endpoints, type SignOffRequestView } from '@journeybook/contracts';
import type { SignOffRequestId } from '@journeybook/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import type { Skill } from './skill.js';
import { useSkillRefresh } from './use-skill-acts.js';

/** The sign-offs that apprentices asked the mentor for who is signed in, oldest first. */
export function useSignOffRequests() {
  const client = useClient();
  return useQuery({
    queryKey: ['sign-off-requests'],
    queryFn: ({ signal }) => client(endpoints.listSignOffRequests, { signal }),
    select: (answer) => answer.requests,
  });
}

/** Asks for the sign-off of a skill; for the apprentice. */
export function useRequestSignOff({ apprenticeship, competency }: Skill) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: (note: string) =>
      client(endpoints.requestSignOff, { params: { apprenticeship }, body: { competency: competency.code, note } }),
    onSuccess: () => void refresh(apprenticeship),
  });
}

/** Takes a request back before anybody answered it. */
export function useWithdrawRequest({ apprenticeship }: Pick<Skill, 'apprenticeship'>) {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: (request: SignOffRequestId) => client(endpoints.withdrawSignOffRequest, { params: { request } }),
    // Also after a refusal: somebody may have answered it in between.
    onSettled: () => refresh(apprenticeship),
  });
}

/** Answers a request with what is still missing. */
export function useDeclineSignOff() {
  const client = useClient();
  const refresh = useSkillRefresh();
  return useMutation({
    mutationFn: ({ request, feedback }: { request: SignOffRequestView; feedback: string }) =>
      client(endpoints.declineSignOff, { params: { request: request.id }, body: { feedback } }),
    onSuccess: (_answer, { request }) => void refresh(request.apprenticeship),
  });
}
