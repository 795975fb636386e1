import type { Client, Session } from '@journeybook/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** Opens a session in a way of its own, and keeps it. A refusal is an answer here, not an ended session. */
export function useOpening<Input>(
  open: (client: Client, input: Input) => Promise<Session>,
  onSignedIn: (session: Session) => void,
) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => open(client, input),
    meta: { quiet: true },
    onSuccess: (session) => {
      queries.setQueryData(['session'], session);
      onSignedIn(session);
    },
  });
}
