import { endpoints, type StandingItemView } from '@journeybook/contracts';
import type { ApprenticeshipId, StandingRequestId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** Requests for advanced standing of an apprentice, the agency's rules for them, and what an earlier record shows. */
export function useStanding(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: ['standing', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readStanding, { params: { apprenticeship }, signal }),
  });
}

/** Requests that wait for the decision of whoever is signed in, the oldest first. */
export function useStandingToDecide({ enabled = true }: { enabled?: boolean } = {}) {
  const client = useClient();
  return useQuery({
    queryKey: ['standing-requests'],
    queryFn: ({ signal }) => client(endpoints.listStandingRequests, { signal }),
    select: (answer) => answer.requests,
    enabled,
  });
}

function useStandingRefresh(apprenticeship: ApprenticeshipId) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        ['standing', apprenticeship],
        ['record', apprenticeship],
        ['wages', apprenticeship],
        ['completion', apprenticeship],
        ['standing-requests'],
        ['wages-due'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

export interface StandingAsked {
  readonly items: readonly StandingItemView[];
  readonly reason: string;
  readonly evidence: readonly { readonly title: string; readonly reference: string }[];
  readonly youthMinutes: number | null;
}

/** Asks for advanced standing. */
export function useRequestStanding(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const refresh = useStandingRefresh(apprenticeship);
  return useMutation({
    mutationFn: ({ items, evidence, ...rest }: StandingAsked) =>
      client(endpoints.requestStanding, {
        params: { apprenticeship },
        body: { ...rest, items: [...items], evidence: [...evidence] },
      }),
    onSuccess: refresh,
  });
}

/** Grants what is given, in whole or in part; nothing refuses the request. */
export function useDecideStanding(apprenticeship: ApprenticeshipId, request: StandingRequestId) {
  const client = useClient();
  const refresh = useStandingRefresh(apprenticeship);
  return useMutation({
    mutationFn: ({ granted, reason }: { granted: readonly StandingItemView[]; reason: string }) =>
      client(endpoints.decideStanding, { params: { request }, body: { granted: [...granted], reason } }),
    onSuccess: refresh,
  });
}
