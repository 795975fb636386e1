import type { StandardId } from '@journeybook/domain';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DraftEditor } from './draft-editor.js';
import { useDraft } from './use-draft.js';

/** A version of a program while it is written. */
export function DraftPage({ draft }: { draft: StandardId }) {
  const read = useDraft(draft);
  if (read.data) return <DraftEditor draft={read.data} />;
  return (
    <div className="stack">
      <PageHeading title="Draft" />
      {read.isPending ? (
        <Loading what="the draft" heights={[90, 64, 64, 64, 64]} />
      ) : (
        <ProblemNotice error={read.error} onRetry={read.refetch} />
      )}
    </div>
  );
}
