import { PageHeading } from '../ui/page-heading.js';

interface EndedPageProps {
  /** Whether it was the page that chooses what a new link is for. */
  readonly chooses: boolean;
  /** Whether this browser keeps anything for a page that is loaded again. */
  readonly isKept: boolean;
}

/** What a page says that has nothing to go on with: why, and what to do. */
export function EndedPage({ chooses, isKept }: EndedPageProps) {
  const why = isKept
    ? 'A page from Journeybook belongs to one visit from your learning platform, and this visit is over.'
    : 'Your browser keeps nothing for Journeybook here, so the page cannot be loaded again by itself.';
  return (
    <div className="card stack">
      <PageHeading title={`${chooses ? 'Add' : 'Open'} Journeybook again from your course`} />
      <p>
        {why}{' '}
        {chooses
          ? 'Go back to your course. If nothing was added there, add Journeybook once more.'
          : 'Go back to your course and open Journeybook there. Nothing you confirmed is lost.'}
      </p>
    </div>
  );
}
