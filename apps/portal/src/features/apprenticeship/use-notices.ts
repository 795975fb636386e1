import { type Client, endpoints, type NoticeView, type Shown } from '@journeybook/contracts';
import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';
import { agreementQuery } from './use-agreement.js';

const noticesQuery = (client: Client) =>
  queryOptions({
    queryKey: ['notices'],
    queryFn: ({ signal }) => client(endpoints.listNotices, { signal }),
  });

/** What the agencies have to be told: late first, then due, then what was reported lately. */
export const useNotices = (given: { enabled?: boolean } = {}) =>
  useQuery({ ...noticesQuery(useClient()), select: ({ notices }) => notices, ...given });

/** One notice among those that are open or were reported lately; null when it is not. */
export const useListedNotice = (entry: RecordEntryId) =>
  useQuery({
    ...noticesQuery(useClient()),
    select: ({ notices }) => notices.find((one) => one.entry === entry) ?? null,
  });

/** One notice of an agreement, which has all of its own. */
export function useNoticeOf(apprenticeship: ApprenticeshipId, entry: RecordEntryId) {
  return useQuery({
    ...agreementQuery(useClient(), apprenticeship),
    select: ({ notices }) => notices.find((one) => one.entry === entry) ?? null,
  });
}

/** Keeps that the agency was told, over what was shown of it: on which day, and under which number. */
export function useReportNotice({ entry, apprenticeship }: Pick<NoticeView, 'entry' | 'apprenticeship'>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ shown, ...body }: { shown: Shown; reportedOn: string; reference: string }) =>
      client(endpoints.reportNotice, { params: { entry }, body, ifMatch: shown }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['notices'] }),
        queries.invalidateQueries({ queryKey: ['agreement', apprenticeship] }),
      ]),
    onError: readIfChanged(queries, ['notices'], ['agreement', apprenticeship]),
  });
}
