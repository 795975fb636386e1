import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, CalendarDate, CompetencyCode } from '@journeybook/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

export interface SignOffForm {
  readonly level: number;
  readonly observedOn: CalendarDate;
  readonly comment: string;
}

/** Signs a competency off for an apprentice. */
export function useSignOff(apprenticeship: ApprenticeshipId, competency: CompetencyCode) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: SignOffForm) =>
      client(endpoints.signOff, { params: { apprenticeship }, body: { competency, ...form } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record', apprenticeship] }),
  });
}
