import { endpoints, type MoveProposal } from '@journeybook/contracts';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../api/client.js';

/** The agreement, for the versions it could go over to. */
export function useAgreement(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: ['agreement', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readAgreement, { params: { apprenticeship }, signal }),
  });
}

/** A mapping to start from. */
export function useMoveProposal(apprenticeship: ApprenticeshipId, to: StandardId) {
  const client = useClient();
  return useQuery({
    queryKey: ['move', apprenticeship, to],
    queryFn: ({ signal }) => client(endpoints.proposeMove, { params: { apprenticeship }, query: { to }, signal }),
    // What is chosen here must not change under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

interface Move {
  readonly to: StandardId;
  readonly mapping: readonly Pick<MoveProposal['mapping'][number], 'subject' | 'from' | 'to' | 'asHistory'>[];
  readonly reason: string;
}

/** Binds the apprentice to the other version. */
export function useMoveApprentice(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ to, mapping, reason }: Move) =>
      client(endpoints.moveApprentice, {
        params: { apprenticeship },
        body: {
          to,
          reason,
          mapping: mapping.map(({ subject, from, to: goal, asHistory }) =>
            asHistory ? { subject, from, to: goal, asHistory } : { subject, from, to: goal },
          ),
        },
      }),
    onSuccess: () =>
      Promise.all(
        ['record', 'agreement', 'completion', 'apprenticeships', 'standards', 'standard'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}
