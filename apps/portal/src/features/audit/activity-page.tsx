import { Button, NativeSelect } from '@mantine/core';
import type { OrganizationId } from '@journeybook/domain';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './activity.module.css';
import { ActivityFilters, isNarrowed } from './activity-filters.js';
import { EventList } from './event-list.js';
import { type ActivityFilter, everything, useActivity, useChoices, useExport } from './use-activity.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ActivityPageProps {
  /** The organisations whose activity one may read. */
  readonly organizations: readonly Choice[];
  readonly apprentices: readonly Choice[];
}

/** Who did what at an organisation and with its agreements. */
export function ActivityPage({ organizations, apprentices }: ActivityPageProps) {
  const [organization, setOrganization] = useState(organizations[0]?.value ?? '');
  const [filter, setFilter] = useState(everything);
  const choices = useChoices();
  return (
    <div className="stack">
      <PageHeading title="Activity" />
      <p className="soft">
        Who changed what, who looked at it or saved it as a file, and who was refused. No line is ever changed or
        deleted.
      </p>
      {organizations.length > 1 && (
        <NativeSelect
          label="Organization"
          value={organization}
          data={[...organizations]}
          onChange={(event) => setOrganization(event.currentTarget.value)}
        />
      )}
      <ActivityFilters filter={filter} apprentices={apprentices} actions={choices.actions} onChange={setFilter} />
      <Activity organization={organization as OrganizationId} filter={filter} onFilter={setFilter} />
    </div>
  );
}

interface ActivityProps {
  readonly organization: OrganizationId;
  readonly filter: ActivityFilter;
  readonly onFilter: (filter: ActivityFilter) => void;
}

function Activity({ organization, filter, onFilter }: ActivityProps) {
  const activity = useActivity(organization, filter);
  const file = useExport(organization, filter);
  const isEmpty = activity.data?.pages[0]?.events.length === 0;
  return (
    <section className="card stack" aria-labelledby="activity">
      <div className={css.head}>
        <h2 id="activity">What was done</h2>
        <Button variant="default" loading={file.isPending} disabled={isEmpty} onClick={() => file.mutate()}>
          Save as a file
        </Button>
      </div>
      <DoneNotice>
        {file.data
          ? `${file.data.fileName} is saved${file.data.complete ? '.' : ', with the newest 10,000 lines.'}`
          : ''}
      </DoneNotice>
      <ProblemNotice error={file.error} />
      {activity.isPending && <Loading what="the activity" heights={[300]} />}
      <ProblemNotice error={activity.error} onRetry={activity.refetch} />
      {isEmpty && (
        <Empty title={isNarrowed(filter) ? 'Nothing like this was done' : 'Nothing was done yet'}>
          {isNarrowed(filter)
            ? 'Ask for other days, or for everything.'
            : 'The first act of anybody here appears in this list.'}
        </Empty>
      )}
      {activity.data && !isEmpty && (
        <EventList
          pages={activity.data.pages}
          hasMore={activity.hasNextPage}
          busy={activity.isFetchingNextPage}
          onMore={() => void activity.fetchNextPage()}
          onPerson={(person) => onFilter({ ...filter, person })}
        />
      )}
    </section>
  );
}
