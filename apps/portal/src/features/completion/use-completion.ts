import { type CompletionView, endpoints, type RequirementView } from '@journeybook/contracts';
import type { ApprenticeshipId, CalendarDate } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { isProblem } from '../../ui/problem-notice.js';

const keyOf = (apprenticeship: ApprenticeshipId) => ['completion', apprenticeship] as const;

/** Every requirement of an apprentice, and where the review stands. */
export function useCompletion(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(apprenticeship),
    queryFn: ({ signal }) => client(endpoints.readCompletion, { params: { apprenticeship }, signal }),
  });
}

/** An act that answers with the completion as it is then; when it had changed since it was shown, it is read again. */
function useAct<Given>(apprenticeship: ApprenticeshipId, act: (given: Given) => Promise<CompletionView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (answer) => queries.setQueryData(keyOf(apprenticeship), answer),
    onError: (error) => {
      if (isProblem(error, 'changed-since-shown')) void queries.invalidateQueries({ queryKey: keyOf(apprenticeship) });
    },
    // Status and entries of the record change with it.
    onSettled: () =>
      Promise.all(
        ['record', 'apprenticeships', 'agreement', 'completions'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

export interface CredentialSeen {
  readonly credential: string;
  readonly earnedOn: CalendarDate;
  readonly reference: string;
}

/** Records a completion credential that was seen. */
export function useRecordCredential(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useAct(apprenticeship, (body: CredentialSeen) =>
    client(endpoints.recordCredential, { params: { apprenticeship }, body }),
  );
}

/** The employer's word that the occupation is mastered. */
export function useAttest(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useAct(apprenticeship, (statement: string) =>
    client(endpoints.attestMastery, { params: { apprenticeship }, body: { statement } }),
  );
}

export interface ReviewedItem extends Pick<RequirementView, 'kind' | 'code' | 'takenBack'> {
  readonly verdict: 'accepted' | 'questioned';
  readonly remark: string;
}

/** The sponsor's word on some requirements, over the version of the review that was shown. */
export function useReview(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useAct(apprenticeship, ({ version, items }: { version: number; items: readonly ReviewedItem[] }) =>
    client(endpoints.reviewItems, {
      params: { apprenticeship },
      body: { items: [...items] },
      ifMatch: version,
    }),
  );
}

/** Awards completion: the record is closed with it. */
export function useAward(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useAct(apprenticeship, (version: number) =>
    client(endpoints.awardCompletion, { params: { apprenticeship }, body: { version } }),
  );
}

/** Gives the materials back with reasons. */
export function useReturnCompletion(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useAct(apprenticeship, (reasons: readonly string[]) =>
    client(endpoints.returnCompletion, { params: { apprenticeship }, body: { reasons: [...reasons] } }),
  );
}
