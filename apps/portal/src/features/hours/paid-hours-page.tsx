import type { PaidHoursView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { useRecord } from '../../api/read-record.js';
import { Badge } from '../../ui/badge.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { TextButton } from '../../ui/text-button.js';
import { PaidHoursForm } from './paid-hours-form.js';
import css from './paid-hours-page.module.css';
import { comparePaid } from './pay-period.js';
import { usePaidHours } from './use-paid-hours.js';

/** What payroll paid an apprentice for, by pay period; the mentor's queue flags hours above it. For the employer alone. */
export function PaidHoursPage({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  const record = useRecord(apprenticeship);
  const name = record.data?.apprentice.name;
  return (
    <div className={css.page}>
      <PageHeading title={name ? `Paid hours of ${name}` : 'Paid hours'} />
      {record.data && record.data.readAs !== 'employer' ? (
        <Empty title="Only the employer enters paid hours">
          They say nothing about training that the record does not.
        </Empty>
      ) : (
        <PaidHours apprenticeship={apprenticeship} name={name ?? 'the apprentice'} />
      )}
    </div>
  );
}

function PaidHours({ apprenticeship, name }: { apprenticeship: ApprenticeshipId; name: string }) {
  const paid = usePaidHours(apprenticeship);
  const [changing, setChanging] = useState<PaidHoursView | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  if (!paid.data)
    return paid.isPending ? (
      <Loading what="the pay periods" heights={[180, 160]} />
    ) : (
      <ProblemNotice error={paid.error} onRetry={paid.refetch} />
    );
  return (
    <>
      <p className="soft">
        What payroll paid {name} for work: without leave, and without paid instruction. It credits nothing; when more is
        logged than was paid, the mentor is told before approving.
      </p>
      <PaidHoursForm
        // Another period, or one more that is entered, begins the form anew.
        key={changing ? `${changing.from} ${changing.until}` : `next ${done.length}`}
        apprenticeship={apprenticeship}
        recorded={paid.data}
        changing={changing}
        onDone={(words) => {
          setChanging(null);
          setDone([...done, words]);
        }}
        onCancel={() => setChanging(null)}
      />
      <DoneNotice>{changing ? '' : (done.at(-1) ?? '')}</DoneNotice>
      <section className="card" aria-labelledby="periods">
        <h2 id="periods">Pay periods</h2>
        {paid.data.periods.length === 0 && <p className="soft">None is entered yet.</p>}
        <ul>
          {paid.data.periods.map((period) => (
            <PeriodLine key={period.from} period={period} onChange={() => setChanging(period)} />
          ))}
        </ul>
      </section>
    </>
  );
}

function PeriodLine({ period, onChange }: { period: PaidHoursView; onChange: () => void }) {
  const { from, until, minutes, loggedMinutes } = period;
  const when = `${showDate(from)} to ${showDate(until)}`;
  return (
    <li className={css.period}>
      <div className={css.facts}>
        <b>{when}</b>
        <span>
          {showHours(minutes)} paid · {showHours(loggedMinutes)} logged
        </span>
        <span>
          <Badge tone={loggedMinutes > minutes ? 'wait' : loggedMinutes === minutes ? 'ok' : 'plain'}>
            {comparePaid(period)}
          </Badge>
        </span>
      </div>
      <TextButton name={`Change ${when}`} onClick={onChange}>
        Change
      </TextButton>
    </li>
  );
}
