import { type AgreementView, type Client, endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** The agreement of an apprenticeship. */
export const agreementQuery = (client: Client, apprenticeship: ApprenticeshipId) =>
  queryOptions({
    queryKey: ['agreement', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readAgreement, { params: { apprenticeship }, signal }),
  });

/** The agreement, read again when the page comes back into sight. */
export const useAgreement = (apprenticeship: ApprenticeshipId) => useQuery(agreementQuery(useClient(), apprenticeship));

/** What may read otherwise once an agreement has changed. */
const ofOne = ['record', 'standing', 'wages', 'completion'] as const;
const ofAll = ['apprenticeships', 'notices', 'wages-due', 'program-options', 'session'] as const;

/** Keeps the agreement as the server answered it, and has everything read again that follows from it. */
export function useAgreementKeeper(): (agreement: AgreementView) => void {
  const queries = useQueryClient();
  return (agreement) => {
    const { apprenticeship } = agreement;
    queries.setQueryData(['agreement', apprenticeship], agreement);
    const keys = [...ofOne.map((one) => [one, apprenticeship]), ...ofAll.map((one) => [one])];
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  };
}

/** One act on an agreement: `act` sends it and answers the agreement as it is then. */
export function useAgreementAct<Input>(act: (client: Client, input: Input) => Promise<AgreementView>) {
  const client = useClient();
  const keep = useAgreementKeeper();
  return useMutation({ mutationFn: (input: Input) => act(client, input), onSuccess: keep });
}
