import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import type { ReactNode } from 'react';

/** What a reader may do with what is opened over a record. Put together where features meet; a launch has none. */
export interface RecordActs {
  /** At the line of an entry; null where nothing may be done with it. */
  readonly onEntry: (entry: RecordEntryView) => ReactNode;
  /** Above the entries of a work process. */
  readonly onProcess: (process: MergedRecord['processes'][number]) => ReactNode;
}
