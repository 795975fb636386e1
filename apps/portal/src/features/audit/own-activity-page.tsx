import type { ApprenticeshipId } from '@journeybook/domain';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { EventList } from './event-list.js';
import { useOwnActivity } from './use-activity.js';

/** Who did what on one's own record. */
export function OwnActivityPage({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  const activity = useOwnActivity(apprenticeship);
  const isEmpty = activity.data?.pages[0]?.events.length === 0;
  return (
    <div className="stack">
      <PageHeading title="Who did what" />
      <p className="soft">
        Who changed something on your record, and which auditor looked at it. Nobody can change a line.
      </p>
      {activity.isPending && <Loading what="who did what" heights={[300]} />}
      <ProblemNotice error={activity.error} onRetry={activity.refetch} />
      {isEmpty && <Empty title="Nothing was done yet">The first act on your record appears in this list.</Empty>}
      {activity.data && !isEmpty && (
        <section className="card stack" aria-label="Who did what">
          <EventList
            pages={activity.data.pages}
            hasMore={activity.hasNextPage}
            busy={activity.isFetchingNextPage}
            onMore={() => void activity.fetchNextPage()}
          />
        </section>
      )}
    </div>
  );
}
