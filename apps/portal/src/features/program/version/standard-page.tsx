import type { StandardId } from '@journeybook/domain';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useStandard } from '../use-standards.js';
import { StandardView } from './standard-view.js';

/** Everything that a published version of a program lays down. */
export function StandardPage({ standard }: { standard: StandardId }) {
  const read = useStandard(standard);
  if (read.data) return <StandardView standard={read.data} />;
  return (
    <div className="stack">
      <PageHeading title="Program" />
      {read.isPending ? (
        <Loading what="the program" heights={[90, 420, 300]} />
      ) : (
        <ProblemNotice error={read.error} onRetry={read.refetch} />
      )}
    </div>
  );
}
