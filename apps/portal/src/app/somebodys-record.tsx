import { apprenticeshipId } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRecord } from '../api/read-record.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice, retryHelps } from '../ui/problem-notice.js';
import { UnknownPage } from './fallback-pages.js';
import css from './record-routes.module.css';
import { WayBack } from './way-on.js';

interface SomebodysRecordProps {
  /** As the address has it: anything may stand there. */
  readonly apprenticeship: string;
  readonly children: (apprenticeship: ApprenticeshipId) => ReactNode;
}

/** The parts of somebody else's record under their tabs; a plain refusal and one way on where it may not be opened. */
export function SomebodysRecord({ apprenticeship, children }: SomebodysRecordProps) {
  const id = apprenticeshipId.safeParse(apprenticeship);
  return id.success ? <Readable apprenticeship={id.data}>{children}</Readable> : <UnknownPage />;
}

function Readable({ apprenticeship, children }: SomebodysRecordProps & { apprenticeship: ApprenticeshipId }) {
  const record = useRecord(apprenticeship);
  if (!record.data && record.isError && !retryHelps(record.error)) return <RefusedRecord error={record.error} />;
  return (
    <div className="stack">
      <RecordTabs apprenticeship={apprenticeship} />
      {children(apprenticeship)}
    </div>
  );
}

const RefusedRecord = ({ error }: { error: unknown }) => (
  <div className="stack">
    <PageHeading title="This record is not open to you" />
    <ProblemNotice error={error} />
    <p>
      <WayBack />
    </p>
  </div>
);

function RecordTabs({ apprenticeship }: { apprenticeship: string }) {
  const look = { className: css.tab ?? '', activeProps: { className: css.active ?? '' }, params: { apprenticeship } };
  return (
    <nav aria-label="Parts of the record" className={css.tabs}>
      <Link {...look} to="/apprentices/$apprenticeship" activeOptions={{ exact: true, includeSearch: false }}>
        Record
      </Link>
      <Link {...look} to="/apprentices/$apprenticeship/job-book">
        Job Book
      </Link>
      <Link {...look} to="/apprentices/$apprenticeship/classes">
        Classes
      </Link>
    </nav>
  );
}
