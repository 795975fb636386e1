import { type Client, endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, OrganizationId, PersonId } from '@journeybook/domain';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** What of the activity is asked for; an empty text asks for all. */
export interface ActivityFilter {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly apprenticeship: string;
  readonly action: string;
  readonly from: string;
  readonly until: string;
}

export const everything: ActivityFilter = { person: null, apprenticeship: '', action: '', from: '', until: '' };

const queryOf = ({ person, apprenticeship, action, from, until }: ActivityFilter) => ({
  ...(person ? { person: person.id as PersonId } : {}),
  ...(apprenticeship ? { apprenticeship: apprenticeship as ApprenticeshipId } : {}),
  ...(action ? { action } : {}),
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
});

const pageOf = (before: string | null) => (before === null ? {} : { before });

/** What was done at an organisation and with its agreements, a page at a time, the newest first. */
export function useActivity(organization: OrganizationId, filter: ActivityFilter) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['activity', organization, filter],
    queryFn: ({ pageParam, signal }) =>
      client(endpoints.listActivity, {
        params: { organization },
        query: { ...queryOf(filter), ...pageOf(pageParam) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Who did what on one's own record. */
export function useOwnActivity(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['activity', apprenticeship],
    queryFn: ({ pageParam, signal }) =>
      client(endpoints.ownActivity, { params: { apprenticeship }, query: pageOf(pageParam), signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** What can be asked for: acts and apprentices, by name. */
export function useChoices() {
  const client = useClient();
  const actions = useQuery({
    queryKey: ['actions'],
    queryFn: ({ signal }) => client(endpoints.listActions, { signal }),
    staleTime: Infinity,
  });
  return {
    actions: (actions.data?.actions ?? []).map(({ action, what }) => ({ value: action, label: what })),
  };
}

/** The activity as a file, saved where the browser saves files. */
export function useExport(organization: OrganizationId, filter: ActivityFilter) {
  const client = useClient();
  return useMutation({
    mutationFn: () => exportActivity(client, organization, filter),
    onSuccess: ({ csv, fileName }) => save(csv, fileName),
  });
}

const exportActivity = (client: Client, organization: OrganizationId, filter: ActivityFilter) =>
  client(endpoints.exportActivity, { params: { organization }, query: queryOf(filter) });

function save(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}
