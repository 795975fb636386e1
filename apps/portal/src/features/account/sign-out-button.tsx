import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

/** The way out of a page that has nothing else. */
export function SignOutButton({ onSignedOut }: { onSignedOut: () => void }) {
  const client = useClient();
  const signOut = useMutation({
    mutationFn: () => client(endpoints.signOut, {}),
    meta: { quiet: true },
    onSuccess: onSignedOut,
  });
  return (
    <div className="stack">
      <Button variant="subtle" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        Sign out
      </Button>
      <ProblemNotice error={signOut.error} />
    </div>
  );
}
