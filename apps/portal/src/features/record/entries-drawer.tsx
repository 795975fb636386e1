import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { SidePanel } from '../../ui/side-panel.js';
import { EntriesBehind } from './entries-behind.js';
import { describeNumber } from './describe-number.js';
import type { EntriesSource } from './entries-source.js';
import { type Opened, writeOpened } from './opened.js';
import { PendingLines } from './pending-lines.js';
import type { RecordActs } from './record-acts.js';

interface EntriesDrawerProps {
  readonly record: MergedRecord;
  readonly source: EntriesSource;
  readonly opened: Opened | null;
  readonly acts?: RecordActs | undefined;
  readonly onClose: () => void;
}

/** A number, opened: the entries it is made of. */
export function EntriesDrawer({ record, source, opened, acts, onClose }: EntriesDrawerProps) {
  // What was opened last stays in the panel while it slides away.
  const [last, setLast] = useState(opened);
  if (opened && (!last || writeOpened(opened) !== writeOpened(last))) setLast(opened);
  return (
    <SidePanel opened={opened !== null} onClose={onClose} title={last && describeNumber(record, last)}>
      {last?.view === 'waiting' && <PendingLines record={record} code={last.code} />}
      {last?.view === 'entries' && (
        <EntriesBehind key={writeOpened(last)} record={record} source={source} opened={last} acts={acts} />
      )}
    </SidePanel>
  );
}
