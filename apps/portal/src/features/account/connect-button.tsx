import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { useLeave } from '../../api/leave.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { rememberPage } from '../session/remembered-page.js';

/** Goes to the sign-in of one's organisation and comes back to the account, which it opens from then on. */
export function ConnectButton() {
  const client = useClient();
  const leave = useLeave();
  const begin = useMutation({
    mutationFn: () => client(endpoints.connectAccount, {}),
    meta: { quiet: true },
    onSuccess: ({ url }) => {
      rememberPage('/account');
      leave(url);
    },
  });
  return (
    <>
      <Button variant="default" fullWidth loading={begin.isPending} onClick={() => begin.mutate()}>
        Connect
      </Button>
      <ProblemNotice error={begin.error} />
    </>
  );
}
