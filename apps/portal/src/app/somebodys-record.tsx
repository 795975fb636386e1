import { apprenticeshipId } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import type { ReactNode } from 'react';
import { useRecord } from '../api/read-record.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice, retryHelps } from '../ui/problem-notice.js';
import { UnknownPage } from './fallback-pages.js';
import { RecordTabs } from './record-tabs.js';
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
      <RecordTabs apprenticeship={apprenticeship} record={record.data} />
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
