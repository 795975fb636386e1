import type { ApprenticeshipId } from '@journeybook/domain';
import { useRecord } from '../../api/read-record.js';
import { useSession } from '../../api/read-session.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { HoursHistory } from './hours-history.js';
import { LogHoursForm } from './log-hours-form.js';
import css from './log-page.module.css';
import { useHours } from './use-hours.js';

/** Where an apprentice logs hours, and sees what became of the last ones. */
export function LogPage({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  return (
    <div className={css.page}>
      <PageHeading title="Log hours" />
      <OwnHours apprenticeship={apprenticeship} />
    </div>
  );
}

function OwnHours({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  const { person } = useSession();
  const record = useRecord(apprenticeship);
  const hours = useHours(apprenticeship);
  if (record.isPending || hours.isPending) return <Loading what="your hours" heights={[64, 220, 120]} />;
  if (!record.data || !hours.data)
    return (
      <ProblemNotice
        error={record.error ?? hours.error}
        onRetry={() => void Promise.all([record.refetch(), hours.refetch()])}
      />
    );
  const returned = hours.data.filter((entry) => entry.status === 'returned');
  const others = hours.data.filter((entry) => entry.status !== 'returned');
  return (
    <>
      <HoursHistory title="Sent back to you" record={record.data} entries={returned} />
      {record.data.may.logHours ? (
        <LogHoursForm
          record={record.data}
          person={person.id}
          logged={hours.data}
          reread={async () => (await hours.refetch()).data ?? []}
        />
      ) : (
        <Empty title="Hours cannot be logged now">
          This apprenticeship is not in training at the moment. Your sponsor can tell you more.
        </Empty>
      )}
      <HoursHistory title="Your last entries" record={record.data} entries={others} shownFirst={8} />
    </>
  );
}
