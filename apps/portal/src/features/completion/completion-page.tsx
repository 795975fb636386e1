import type { ApprenticeshipId } from '@journeybook/domain';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { CompletionDesk } from './completion-desk.js';
import { useCompletion } from './use-completion.js';

interface CompletionPageProps {
  readonly apprenticeship: ApprenticeshipId;
  /** Whether the apprentice looks at the own one. */
  readonly own: boolean;
}

/** What completion asks for, and the way from the last requirement to the award. */
export function CompletionPage({ apprenticeship, own }: CompletionPageProps) {
  const completion = useCompletion(apprenticeship);
  const name = completion.data?.apprentice.name;
  return (
    <div className="stack">
      <PageHeading title={own || !name ? 'Completion' : `Completion of ${name}`} />
      {completion.isPending && <Loading what="the requirements" heights={[180, 64, 64, 64]} />}
      <ProblemNotice error={completion.error} onRetry={completion.refetch} />
      {completion.data && <CompletionDesk completion={completion.data} />}
    </div>
  );
}
