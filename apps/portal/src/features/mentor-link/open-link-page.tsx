import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useClient } from '../../api/client.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PlainPage } from '../../ui/plain-page.js';

/** Behind the link of a letter. A tap opens it, so that a program that looks at letters does not use it up. */
export function OpenLinkPage({ token, onOpened }: { token: string; onOpened: () => void }) {
  const client = useClient();
  const open = useMutation({
    mutationFn: () => client(endpoints.openMentorLink, { body: { token } }),
    meta: { quiet: true },
    onSuccess: onOpened,
  });
  return (
    <PlainPage title="An apprentice waits for you">
      <section className="card stack" aria-label="Open the link">
        <p>
          This link opens once, for half an hour, on this device. You need no account. What you decide is signed with
          your name.
        </p>
        <Button size="lg" fullWidth loading={open.isPending} onClick={() => open.mutate()}>
          Show what waits
        </Button>
        <ProblemNotice error={open.error} />
        {open.error && (
          <p>
            If you have an account, <Link to="/sign-in">sign in</Link>: what waits is in your queue.
          </p>
        )}
      </section>
    </PlainPage>
  );
}
