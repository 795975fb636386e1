import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

/** For a mentor who wants no account: what waits comes as a link in a letter. */
export function WithoutAccount({ token, name }: { token: string; name: string }) {
  const client = useClient();
  const accept = useMutation({
    mutationFn: () => client(endpoints.acceptWithoutAccount, { body: { token, name: name.trim() } }),
    meta: { quiet: true },
  });
  const words =
    'You are a mentor there now. When something waits for you, a letter with a link comes. You can close this page.';
  return (
    <>
      <DoneNotice>{accept.isSuccess ? words : ''}</DoneNotice>
      {!accept.isSuccess && (
        <Button variant="default" fullWidth loading={accept.isPending} onClick={() => accept.mutate()}>
          No account: send me links
        </Button>
      )}
      <ProblemNotice error={accept.error} />
    </>
  );
}
