import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { EntriesBehind } from './entries-behind.js';
import { describeNumber } from './describe-number.js';
import type { EntriesSource } from './entries-source.js';
import { type Opened, writeOpened } from './opened.js';
import { PendingLines } from './pending-lines.js';

interface EntriesDrawerProps {
  readonly record: MergedRecord;
  readonly source: EntriesSource;
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

/** A number, opened: the entries it is made of. The whole screen on a phone, a panel beside the record elsewhere. */
export function EntriesDrawer({ record, source, opened, onClose }: EntriesDrawerProps) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  // What was opened last stays in the panel while it slides away.
  const [last, setLast] = useState(opened);
  if (opened && (!last || writeOpened(opened) !== writeOpened(last))) setLast(opened);
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 640}
      title={last && describeNumber(record, last)}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {last?.view === 'waiting' && <PendingLines record={record} code={last.code} />}
      {last?.view === 'entries' && (
        <EntriesBehind key={writeOpened(last)} record={record} source={source} opened={last} />
      )}
    </Drawer>
  );
}
