import { endpoints, type PaidHoursView, type Shown } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';

const keyOf = (apprenticeship: ApprenticeshipId) => ['paid-hours', apprenticeship] as const;

/** The pay periods of an apprentice, newest first, each with what was logged in it; for the employer. */
export function usePaidHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(apprenticeship),
    queryFn: ({ signal }) => client(endpoints.listPaidHours, { params: { apprenticeship }, signal }),
  });
}

/** Says what payroll paid for in one period, over the periods that were shown; the same again replaces what was said of it. */
export function useRecordPaidHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      shown,
      ...paid
    }: Omit<PaidHoursView, 'loggedMinutes' | 'minutes'> & { minutes: number; shown: Shown }) =>
      client(endpoints.recordPaidHours, { params: { apprenticeship }, body: paid, ifMatch: shown }),
    onSuccess: (answer) => queries.setQueryData(keyOf(apprenticeship), answer),
    onError: readIfChanged(queries, keyOf(apprenticeship)),
  });
}
