import { endpoints, type Session } from '@journeybook/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';

/** Signs in and keeps the session. A wrong password is an answer here, not an ended session. */
export function useSignIn({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => client(endpoints.signIn, { body: credentials }),
    meta: { quiet: true },
    onSuccess: (session) => {
      queries.setQueryData(['session'], session);
      onSignedIn(session);
    },
  });
}
