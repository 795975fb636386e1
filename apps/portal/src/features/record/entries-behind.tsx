import { Button } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import type { EntriesSource } from './entries-source.js';
import { EntryLines } from './entry-lines.js';
import type { Opened } from './opened.js';
import type { RecordActs } from './record-acts.js';
import { whatMakesEntries } from './what-makes-entries.js';
import { PendingLines } from './pending-lines.js';

interface EntriesBehindProps {
  readonly record: MergedRecord;
  readonly source: EntriesSource;
  readonly opened: Extract<Opened, { view: 'entries' }>;
  readonly acts?: RecordActs | undefined;
}

/** The entries behind a number, page by page; what only waits stands apart beneath them. */
export function EntriesBehind({ record, source, opened, acts }: EntriesBehindProps) {
  const { subject, code } = opened;
  const pages = useInfiniteQuery({
    queryKey: ['record', source.key, 'entries', subject, code],
    queryFn: ({ pageParam, signal }) =>
      source.load(
        { ...(subject ? { subject } : {}), ...(code ? { code } : {}), ...(pageParam ? { before: pageParam } : {}) },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  return (
    <div className="stack">
      <PartRemarks record={record} opened={opened} acts={acts} />
      {pages.isPending && <Loading what="the entries" heights={[60, 60, 60]} />}
      {pages.isSuccess && entries.length === 0 && (
        <Empty title="No entries yet">{whatMakesEntries(record, opened)}</Empty>
      )}
      {entries.length > 0 && (
        <section aria-labelledby="entries-count" className="stack">
          <h3 id="entries-count">{countOf(total, 'entry', 'entries')}</h3>
          <EntryLines entries={entries} levels={record.levels} named={code === null} acts={acts?.onEntry} />
        </section>
      )}
      <ProblemNotice error={pages.error} onRetry={() => (pages.data ? pages.fetchNextPage() : pages.refetch())} />
      {pages.hasNextPage && !pages.isError && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          Show more
        </Button>
      )}
      {(subject === null || subject === 'work-process') && record.pending.length > 0 && (
        <PendingLines record={record} code={code} titled />
      )}
    </div>
  );
}

/** What the number itself leaves out or holds besides worked hours. */
function PartRemarks({ record, opened, acts }: Pick<EntriesBehindProps, 'record' | 'opened' | 'acts'>) {
  const { subject, code } = opened;
  const process = subject === 'work-process' ? record.processes.find((one) => one.code === code) : undefined;
  const part = process ?? (subject === 'course' ? record.courses.find((one) => one.code === code) : undefined);
  if (!part) return null;
  const { uncountedMinutes, varianceMinutes = 0, advancedMinutes } = part;
  return (
    <>
      {uncountedMinutes > 0 && (
        <p>
          <b>{showHours(uncountedMinutes)} above the maximum, not counted.</b>{' '}
          <span className="soft">They are approved; the sponsor can let them count.</span>
        </p>
      )}
      {process && acts?.onProcess(process)}
      {varianceMinutes > 0 && (
        <p className="soft">The sponsor lets up to {showHours(varianceMinutes)} above the maximum count.</p>
      )}
      {advancedMinutes > 0 && <p className="soft">{showHours(advancedMinutes)} of it are advanced standing.</p>}
    </>
  );
}
