import type { WagesView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { useRecord } from '../../api/read-record.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showDollars } from '../../ui/show-dollars.js';
import { paidStep } from './step-words.js';
import css from './wages-page.module.css';
import { WageStepLine } from './wage-step-line.js';
import { useWages } from './use-wages.js';

/** The wage of one apprentice: what is paid, and the steps that lead up to the journeyworker's rate. */
export function WagesPage({ apprenticeship, own }: { apprenticeship: ApprenticeshipId; own: boolean }) {
  const wages = useWages(apprenticeship);
  const record = useRecord(apprenticeship);
  const name = record.data?.apprentice.name;
  return (
    <div className="stack">
      <PageHeading title={own ? 'My wages' : name ? `Wages of ${name}` : 'Wages'} />
      {wages.isPending && <Loading what="the wages" heights={[90, 260]} />}
      <ProblemNotice error={wages.error} onRetry={wages.refetch} />
      {wages.data && <Wages wages={wages.data} beganOn={record.data?.beganOn} />}
    </div>
  );
}

function Wages({ wages, beganOn }: { wages: WagesView; beganOn: string | undefined }) {
  const [done, setDone] = useState('');
  const { steps, journeyworkerCentsPerHour, minimumWageCents } = wages;
  if (journeyworkerCentsPerHour === null)
    return <Empty title="This program lays no wages down">Its sponsor adds the steps with the next version.</Empty>;
  const paid = paidStep(steps);
  return (
    <>
      <DoneNotice>{done}</DoneNotice>
      <section className="card" aria-label="What is paid now">
        {paid?.given ? (
          <p>
            <b className={css.big}>{showDollars(paid.given.centsPerHour)}</b> an hour since {showDate(paid.given.on)}
          </p>
        ) : (
          <p>
            <b>No rate is recorded yet.</b>
          </p>
        )}
        <p className="soft">
          A journeyworker earns {showDollars(journeyworkerCentsPerHour)}; the minimum wage is{' '}
          {showDollars(minimumWageCents)}.
        </p>
      </section>
      <section className="card" aria-labelledby="steps">
        <h2 id="steps">Steps</h2>
        <ol>
          {steps.map((step) => (
            <WageStepLine key={step.step.step} step={step} wages={wages} beganOn={beganOn} onDone={setDone} />
          ))}
        </ol>
      </section>
    </>
  );
}
