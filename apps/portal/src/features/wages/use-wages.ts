import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** The wage steps of an apprentice, and where they stand on each. */
export function useWages(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: ['wages', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readWages, { params: { apprenticeship }, signal }),
  });
}

/** Steps due and overdue of all apprentices one answers for, overdue first. */
export function useWagesDue({ enabled = true }: { enabled?: boolean } = {}) {
  const client = useClient();
  return useQuery({
    queryKey: ['wages-due'],
    queryFn: ({ signal }) => client(endpoints.listWagesDue, { signal }),
    select: (answer) => answer.due,
    enabled,
  });
}

/** Keeps the wage that is really paid for a step, and since when. */
export function useGiveWageStep(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { step: number; centsPerHour: number; from: string }) =>
      client(endpoints.giveWageStep, { params: { apprenticeship }, body }),
    onSuccess: (wages) => {
      queries.setQueryData(['wages', apprenticeship], wages);
      void queries.invalidateQueries({ queryKey: ['wages-due'] });
      void queries.invalidateQueries({ queryKey: ['record', apprenticeship] });
    },
  });
}
