import type { ApprenticeshipId } from '@journeybook/domain';
import { useRecord } from '../../api/read-record.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { JobBook } from './job-book.js';

/** The competencies of an apprentice, and who signed them. */
export function JobBookPage({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  const record = useRecord(apprenticeship);
  const own = !record.data || record.data.readAs === 'apprentice';
  return (
    <div className="stack">
      <PageHeading title={own ? 'Job Book' : `Job Book of ${record.data?.apprentice.name}`} />
      {record.isPending && <Loading what="the Job Book" heights={[60, 240, 240]} />}
      <ProblemNotice error={record.error} onRetry={record.refetch} />
      {record.data && <JobBook record={record.data} />}
    </div>
  );
}
