import type { MergedRecord } from '@journeybook/contracts';
import { Button } from '@mantine/core';
import { Empty } from '../../ui/empty.js';
import { EntryLines } from './entry-lines.js';
import type { Opened } from './opened.js';

const shownFirst = 8;

/** The newest entries of the record, newest first, and the way to all of them. */
export function Timeline({ record, onOpen }: { record: MergedRecord; onOpen: (opened: Opened) => void }) {
  const { timelineTotal, levels } = record;
  const newest = record.timeline.slice(0, shownFirst);
  return (
    <section className="card" aria-labelledby="timeline">
      <div className="row between">
        <h2 id="timeline">
          What happened{' '}
          <span className="soft">
            {newest.length < timelineTotal ? `the newest ${newest.length} of ${timelineTotal} entries` : ''}
          </span>
        </h2>
      </div>
      {newest.length === 0 ? (
        <Empty title="Nothing is on the record yet">Hours appear here when a mentor has approved them.</Empty>
      ) : (
        <EntryLines entries={newest} levels={levels} named />
      )}
      {newest.length < timelineTotal && (
        <Button variant="default" onClick={() => onOpen({ view: 'entries', subject: null, code: null })}>
          Open all {timelineTotal} entries
        </Button>
      )}
    </section>
  );
}
