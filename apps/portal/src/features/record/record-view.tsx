import type { MergedRecord } from '@journeybook/contracts';
import type { ReactNode } from 'react';
import { Remark } from '../../ui/done-notice.js';
import { CourseList } from './course-list.js';
import { CreditedCard } from './credited-card.js';
import { EntriesDrawer } from './entries-drawer.js';
import type { EntriesSource } from './entries-source.js';
import { LeftList } from './left-list.js';
import { isOnRecord, type Opened } from './opened.js';
import { PaceCard } from './pace-card.js';
import { ProcessList } from './process-list.js';
import type { RecordActs } from './record-acts.js';
import { RecordHeader } from './record-header.js';
import css from './record-view.module.css';
import { Timeline } from './timeline.js';

export interface RecordViewProps {
  readonly record: MergedRecord;
  readonly source: EntriesSource;
  readonly title: string | null;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
  readonly actions?: ReactNode;
  /** What the reader may do with what is opened. */
  readonly acts?: RecordActs | undefined;
  /** Makes its content lead to the Job Book; leaves it as it is where there is none to lead to. */
  readonly jobBook?: (children: ReactNode) => ReactNode;
}

/** The record as one page: what counts, what waits, what is left, and the entries behind every number. */
export function RecordView(props: RecordViewProps) {
  const { record, source, title, onOpen, actions, acts, jobBook = (children) => children } = props;
  const opened = props.opened && isOnRecord(record, props.opened) ? props.opened : null;
  return (
    <div className={css.page}>
      <RecordHeader record={record} title={title} actions={actions} />
      <CreditedCard record={record} onOpen={onOpen} />
      {record.pace && <PaceCard pace={record.pace} />}
      {record.jobBookStatus === 'template-unverified' && (
        <Remark>
          The Job Book is still the starter template. {record.employer.name} must review it before its sign{'\u2011'}
          offs are relied on.
        </Remark>
      )}
      <div className={css.columns}>
        <ProcessList record={record} onOpen={onOpen} jobBook={jobBook} />
        <div className={css.side}>
          <LeftList record={record} />
          <CourseList record={record} onOpen={onOpen} />
        </div>
      </div>
      <Timeline record={record} onOpen={onOpen} />
      <EntriesDrawer record={record} source={source} opened={opened} acts={acts} onClose={() => onOpen(null)} />
    </div>
  );
}
