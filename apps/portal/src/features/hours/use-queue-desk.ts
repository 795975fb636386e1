import type { QueueEntry } from '@journeybook/contracts';
import type { HoursEntryId } from '@journeybook/domain';
import { useState } from 'react';
import { isProblem } from '../../ui/problem-notice.js';
import { useApproveHours, useQueue } from './use-queue.js';
import { whatChanged } from './what-changed.js';

export interface Approved {
  readonly entries: readonly { readonly id: HoursEntryId; readonly version: number }[];
  readonly minutes: number;
}

/** What lies on the mentor's desk: the queue, what is chosen of it, and what was approved last. */
export function useQueueDesk() {
  const queue = useQueue();
  const approval = useApproveHours();
  const entries = queue.data ?? [];
  const [chosenIds, setChosenIds] = useState<ReadonlySet<HoursEntryId>>(new Set());
  const [approved, setApproved] = useState<Approved | null>(null);
  const [changes, setChanges] = useState<readonly string[]>([]);
  // What has left the queue is chosen no longer, without anybody taking the tick away.
  const chosen = entries.filter((entry) => chosenIds.has(entry.id));

  const approvable = chosen.filter((entry) => entry.blocked === null);

  const choose = (some: readonly QueueEntry[]) => setChosenIds(new Set(some.map((entry) => entry.id)));
  const toggle = (some: readonly QueueEntry[], on: boolean) => {
    const ids = new Set(chosen.map((entry) => entry.id));
    for (const entry of some) on ? ids.add(entry.id) : ids.delete(entry.id);
    setChosenIds(ids);
  };
  const explainChange = async (error: unknown, shown: readonly QueueEntry[]) => {
    if (!isProblem(error, 'changed-since-shown')) return;
    const { data = [] } = await queue.refetch();
    setChanges(whatChanged(shown, data));
  };
  const approve = () => {
    setChanges([]);
    approval.mutate(approvable, {
      onSuccess: (decided) => {
        setApproved(decided);
        setChosenIds(new Set());
      },
      onError: (error) => void explainChange(error, approvable),
    });
  };
  return {
    queue,
    entries,
    chosen,
    /** What is chosen and can be approved; the rest can only be returned. */
    approvable,
    chosenIds,
    choose,
    toggle,
    approval,
    approve,
    approved,
    setApproved,
    changes,
    explainChange,
  };
}

export type QueueDesk = ReturnType<typeof useQueueDesk>;
