import { type CustomChangeView, type CustomisationView, endpoints } from '@journeybook/contracts';
import type { OrganizationId, StandardId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../api/client.js';
import { isProblem } from '../../../ui/problem-notice.js';

interface Whose {
  readonly standard: StandardId;
  readonly employer: OrganizationId;
}

const keyOf = ({ standard, employer }: Whose) => ['customisation', standard, employer] as const;

/** What an employer has made its own in a version. */
export function useCustomisation(whose: Whose) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(whose),
    queryFn: ({ signal }) => client(endpoints.readCustomisation, { params: { ...whose }, signal }),
  });
}

/** Makes changes, one after the other, each over what the one before left. What was made before one fails stays made. */
export function useCustomise(whose: Whose) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (changes: readonly CustomChangeView[]) => {
      for (const change of changes) {
        const shown = queries.getQueryData<CustomisationView>(keyOf(whose));
        const body = { edition: shown?.edition ?? 0, change };
        const answer = await client(endpoints.customise, { params: { ...whose }, body });
        queries.setQueryData(keyOf(whose), answer);
      }
    },
    onError: (error) => {
      // What somebody else changed is shown, so that it can be decided again.
      if (isProblem(error, 'changed-since-shown')) void queries.invalidateQueries({ queryKey: keyOf(whose) });
    },
    onSettled: () => Promise.all([['standard'], ['record']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export type Customise = ReturnType<typeof useCustomise>;
