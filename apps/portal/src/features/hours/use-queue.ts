import { endpoints, type QueueEntry } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

const queueKey = ['queue'] as const;

/** The entries that wait for the mentor who is signed in. */
export function useQueue() {
  const client = useClient();
  return useQuery({
    queryKey: queueKey,
    queryFn: ({ signal }) => client(endpoints.approvalQueue, { signal }),
    select: (answer) => answer.entries,
  });
}

/** Reads everything again that a decision about hours changes. */
function useDecisionRefresh() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [queueKey, ['session'], ['record'], ['apprenticeships']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

type Shown = readonly Pick<QueueEntry, 'id' | 'version'>[];
const listed = (entries: Shown) => entries.map(({ id, version }) => ({ id, version }));

/** Approves the listed entries as they were shown, as one act. */
export function useApproveHours() {
  const client = useClient();
  const refresh = useDecisionRefresh();
  return useMutation({
    mutationFn: (entries: Shown) => client(endpoints.approveHours, { body: { entries: listed(entries) } }),
    onSettled: () => refresh(),
  });
}

/** Takes an approval back; `entries` are the versions that the approval answered with. */
export function useUndoApproval() {
  const client = useClient();
  const refresh = useDecisionRefresh();
  return useMutation({
    mutationFn: (entries: Shown) => client(endpoints.undoApproval, { body: { entries: listed(entries) } }),
    onSettled: () => refresh(),
  });
}

/** Returns the listed entries to their apprentices with a reason. */
export function useReturnHours() {
  const client = useClient();
  const refresh = useDecisionRefresh();
  return useMutation({
    mutationFn: ({ entries, reason }: { entries: Shown; reason: string }) =>
      client(endpoints.returnHours, { body: { entries: listed(entries), reason } }),
    onSettled: () => refresh(),
  });
}
