import { Button } from '@mantine/core';
import { endpoints, type MergedRecord } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../api/client.js';
import { JobBook } from '../features/competency/job-book.js';
import { ClaimForm } from '../features/instruction/claim-form.js';
import { entriesOfLaunch } from '../features/record/entries-source.js';
import { readOpened, writeOpened } from '../features/record/opened.js';
import { RecordView } from '../features/record/record-view.js';
import { Loading } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { Opening } from './opening.js';

/** The own record of a learner who is matched to an apprentice; else what will happen next. */
export function LearnerPage({ opening }: { opening: Opening | null }) {
  const client = useClient();
  const own = useQuery({
    queryKey: ['launch-record'],
    queryFn: ({ signal }) => client(endpoints.ownLaunchRecord, { signal }),
  });
  if (own.data?.state === 'matched') return <OwnRecord record={own.data.record} opening={opening} />;
  if (own.data) return <NotMatchedPage college={own.data.college} />;
  return own.isPending ? <Loading what="your record" /> : <ProblemNotice error={own.error} onRetry={own.refetch} />;
}

const jobBook = 'job-book';

function OwnRecord({ record, opening }: { record: MergedRecord; opening: Opening | null }) {
  const client = useClient();
  // The Job Book, or what is opened over the record; null for the record alone.
  const [shown, setShown] = useState(opening?.shown ?? null);
  const show = (next: string | null) => {
    setShown(next);
    opening?.keepShown(next);
  };
  const tab = (name: string | null, label: string) => {
    const isOn = (shown === jobBook) === (name === jobBook);
    return (
      <Button variant={isOn ? 'filled' : 'default'} aria-pressed={isOn} onClick={() => isOn || show(name)}>
        {label}
      </Button>
    );
  };
  return (
    <div className="stack">
      <div role="group" aria-label="Parts of the record" className="row">
        {tab(null, 'Record')}
        {tab(jobBook, 'Job Book')}
      </div>
      {shown !== jobBook ? (
        <RecordView
          record={record}
          source={entriesOfLaunch(client)}
          title="My record"
          opened={readOpened(shown ?? undefined)}
          onOpen={(opened) => show(opened && writeOpened(opened))}
        />
      ) : (
        <>
          <PageHeading title="Job Book" />
          <JobBook record={record} />
        </>
      )}
    </div>
  );
}

const NotMatchedPage = ({ college }: { college: string }) => (
  <div className="card stack">
    <PageHeading title="You are not matched to an apprentice yet" />
    <p>
      {college} knows you as a learner of this course. If you are a registered apprentice, your instructor matches you
      to your record here, or you open it yourself with a code.
    </p>
    <ClaimForm />
    <p className="soft">If you are no apprentice, you need nothing from this page.</p>
  </div>
);
