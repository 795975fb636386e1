import type { MergedRecord } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import type { ReactNode } from 'react';
import { useClient } from '../../api/client.js';
import { useRecord } from '../../api/read-record.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { entriesOf } from './entries-source.js';
import type { Opened } from './opened.js';
import type { RecordActs } from './record-acts.js';
import { RecordView } from './record-view.js';

interface RecordPageProps {
  readonly apprenticeship: ApprenticeshipId;
  /** Null takes the apprentice's name, once it is known. */
  readonly title: string | null;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
  readonly actions?: ReactNode;
  /** What the reader of this record may do with what is opened over it. */
  readonly actsOn: (record: MergedRecord) => RecordActs;
  readonly jobBook: (children: ReactNode) => ReactNode;
}

/** The merged record of one apprentice, for everybody who may open it. */
export function RecordPage({ apprenticeship, title, actsOn, ...rest }: RecordPageProps) {
  const record = useRecord(apprenticeship);
  const client = useClient();
  if (record.data)
    return (
      <div className="stack">
        <ProblemNotice error={record.error} onRetry={record.refetch} />
        <RecordView
          record={record.data}
          source={entriesOf(client, apprenticeship)}
          title={title}
          acts={actsOn(record.data)}
          {...rest}
        />
      </div>
    );
  return (
    <div className="stack">
      <PageHeading title={title ?? 'Record'} />
      {record.isPending ? (
        <Loading what="the record" />
      ) : (
        <ProblemNotice error={record.error} onRetry={record.refetch} />
      )}
    </div>
  );
}
