import { endpoints, type PaidHoursView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

const keyOf = (apprenticeship: ApprenticeshipId) => ['paid-hours', apprenticeship] as const;

/** The pay periods of an apprentice, newest first, each with what was logged in it; for the employer. */
export function usePaidHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(apprenticeship),
    queryFn: ({ signal }) => client(endpoints.listPaidHours, { params: { apprenticeship }, signal }),
    select: (answer) => answer.periods,
  });
}

/** Says what payroll paid for in one period; the same period again replaces what was said of it. */
export function useRecordPaidHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (paid: Omit<PaidHoursView, 'loggedMinutes' | 'minutes'> & { minutes: number }) =>
      client(endpoints.recordPaidHours, { params: { apprenticeship }, body: paid }),
    onSuccess: (answer) => queries.setQueryData(keyOf(apprenticeship), answer),
  });
}
