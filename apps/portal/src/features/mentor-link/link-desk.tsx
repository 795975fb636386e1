import { Button } from '@mantine/core';
import { endpoints, type LinkSessionView } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../api/client.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { WithoutRecords } from '../../ui/reach.js';
import { showInstant } from '../../ui/show-dates.js';
import { PlainPage } from '../../ui/plain-page.js';
import css from './mentor-link.module.css';

interface LinkDeskProps {
  /** An answer said that the half hour is over. */
  readonly ended: boolean;
  /** What waits, and what can be done with it. */
  readonly children: ReactNode;
}

/** What a mentor's link has opened: for whom, until when, and the way to shut it on a terminal that others use. */
export function LinkDesk({ ended, children }: LinkDeskProps) {
  const client = useClient();
  const [done, setDone] = useState(false);
  const session = useQuery({
    queryKey: ['link-session'],
    queryFn: ({ signal }) => client(endpoints.readLinkSession, { signal }),
    retry: false,
  });
  if (done) return <Done />;
  if (ended || session.error) return <Over error={session.error} />;
  if (!session.data)
    return (
      <PlainPage title="To approve">
        <Loading what="what waits" heights={[160, 160]} />
      </PlainPage>
    );
  return (
    <main className={css.wide}>
      <Whose session={session.data} onDone={() => setDone(true)} />
      <WithoutRecords>{children}</WithoutRecords>
    </main>
  );
}

function Whose({ session, onDone }: { session: LinkSessionView; onDone: () => void }) {
  const { mentor, apprentice, employer, endsAt } = session;
  const client = useClient();
  const end = useMutation({ mutationFn: () => client(endpoints.endLinkSession, {}), onSuccess: onDone });
  return (
    <section className="card row between" aria-label="Whose link this is">
      <p>
        <b>{mentor.name}</b>, for {apprentice.name} at {employer}.{' '}
        <span className="soft">Open until {showInstant(endsAt)}.</span>
      </p>
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        I am done
      </Button>
      <ProblemNotice error={end.error} />
    </section>
  );
}

const Done = () => (
  <PlainPage title="Thank you">
    <section className="card stack" aria-label="Done">
      <p>What you decided is kept. Nothing is open here any more; you can close this page.</p>
    </section>
  </PlainPage>
);

const Over = ({ error }: { error: unknown }) => (
  <PlainPage title="This link is over">
    <section className="card stack" aria-label="What to do next">
      <ProblemNotice error={error} />
      <p>
        What you decided before is kept. If something still waits, ask the apprentice or the employer for another link.
      </p>
    </section>
  </PlainPage>
);
