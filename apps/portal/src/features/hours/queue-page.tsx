import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { ChangedNotice } from './changed-notice.js';
import { groupQueue, minutesOf } from './group-queue.js';
import { QueueActions } from './queue-actions.js';
import { QueueGroupCard } from './queue-group.js';
import css from './queue-page.module.css';
import { UndoBar } from './undo-bar.js';
import { useQueueDesk } from './use-queue-desk.js';

interface QueuePageProps {
  /** What else waits, in words; null when nothing does. */
  readonly besides: string | null;
  /** What else waits: it is seldom much, so it stands before the hours. */
  readonly children: ReactNode;
}

/** The hours that wait for a mentor: look, approve many at once, return what is wrong; and what waits besides. */
export function QueuePage({ besides, children }: QueuePageProps) {
  const desk = useQueueDesk();
  const { queue, entries, chosen } = desk;
  const free = entries.filter((entry) => entry.blocked === null);
  const all = free.length > 0 && free.every((entry) => desk.chosenIds.has(entry.id));
  return (
    <div className={css.page}>
      <div className="row between">
        <PageHeading title="To approve" />
        <span className="row">
          {besides && <Badge tone="wait">{besides}</Badge>}
          {entries.length > 0 && (
            <Badge tone="wait">
              {countOf(entries.length, 'entry', 'entries')} · {showHours(minutesOf(entries))}
            </Badge>
          )}
        </span>
      </div>
      {children}
      {queue.isPending && <Loading what="the queue" heights={[160, 160]} />}
      <ProblemNotice error={queue.error} onRetry={queue.refetch} />
      <ChangedNotice changes={desk.changes} />
      {queue.isSuccess && entries.length === 0 && (
        <Empty title={besides ? 'No hours wait for you' : 'Nothing waits for you'}>
          Hours that your apprentices send appear here.
        </Empty>
      )}
      {free.length > 0 && (
        <Checkbox
          label={all ? 'Choose none' : 'Choose all'}
          checked={all}
          indeterminate={!all && chosen.length > 0}
          onChange={() => desk.choose(all ? [] : free)}
          className={css.all ?? ''}
        />
      )}
      {groupQueue(entries).map((group) => (
        <QueueGroupCard key={group.apprenticeship} group={group} chosen={desk.chosenIds} onToggle={desk.toggle} />
      ))}
      <div className={css.bar}>
        <UndoBar desk={desk} />
        <QueueActions desk={desk} />
      </div>
    </div>
  );
}
