import { Button } from '@mantine/core';
import type { StandingView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { useRecord } from '../../api/read-record.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AskForm } from './ask-form.js';
import { policyWords } from './policy-words.js';
import { RequestCard } from './request-card.js';
import css from './standing-page.module.css';
import { useStanding } from './use-standing.js';

/** Advanced standing of one apprentice: what was asked for, what became of it, and asking for more. */
export function StandingPage({ apprenticeship, own }: { apprenticeship: ApprenticeshipId; own: boolean }) {
  const standing = useStanding(apprenticeship);
  const record = useRecord(apprenticeship);
  const name = record.data?.apprentice.name;
  return (
    <div className="stack">
      <PageHeading title={own ? 'My advanced standing' : name ? `Advanced standing of ${name}` : 'Advanced standing'} />
      <p className="soft">Credit for what was learned before. It counts once another person has granted it.</p>
      {standing.isPending && <Loading what="the requests" heights={[90, 220]} />}
      <ProblemNotice error={standing.error} onRetry={standing.refetch} />
      {standing.data && <Standing apprenticeship={apprenticeship} standing={standing.data} />}
    </div>
  );
}

function Standing({ apprenticeship, standing }: { apprenticeship: ApprenticeshipId; standing: StandingView }) {
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const { requests, may, proposed } = standing;
  const isToDecide = requests.some((one) => one.may.decide);
  const asked = () => {
    setAsking(false);
    setDone('The request is with the sponsor. Nothing counts until it is granted.');
  };
  return (
    <>
      <DoneNotice>{done}</DoneNotice>
      <section className="card stack" aria-labelledby="rules">
        <h2 id="rules">What may be granted</h2>
        <ul className={css.rules}>
          {policyWords(standing).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="soft">Rule {standing.policy.id}</p>
        {may.request && !asking && (
          <div className="row">
            <Button variant={isToDecide ? 'default' : 'filled'} onClick={() => setAsking(true)}>
              Ask for credit
            </Button>
            {proposed.length > 0 && <span className="soft">an earlier record shows what may be asked for</span>}
          </div>
        )}
      </section>
      {asking && (
        <AskForm apprenticeship={apprenticeship} standing={standing} onDone={asked} onClose={() => setAsking(false)} />
      )}
      {requests.length === 0 && !asking && (
        <Empty title="Nothing was asked for yet">
          {may.request
            ? 'Earlier work, a certificate or a course may count: ask for it, and show what proves it.'
            : 'Requests of the apprentice, the employer or the sponsor appear here.'}
        </Empty>
      )}
      {sorted(requests).map((request) => (
        <RequestCard key={request.id} request={request} onDecided={setDone} />
      ))}
    </>
  );
}

/** Those that wait first, of each the latest first. */
const sorted = (requests: StandingView['requests']): StandingView['requests'] =>
  requests.toSorted(
    (a, b) =>
      Number(b.state === 'requested') - Number(a.state === 'requested') || (a.requestedAt < b.requestedAt ? 1 : -1),
  );
