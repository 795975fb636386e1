import type { MergedRecord } from '@journeybook/contracts';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Badge } from '../../ui/badge.js';
import { PageHeading } from '../../ui/page-heading.js';
import css from './record-header.module.css';
import { approachWords, statusWords } from './record-words.js';

/** Whose record this is, of which program, and where the apprenticeship stands. */
export function RecordHeader(props: { record: MergedRecord; title: string | null; actions?: ReactNode }) {
  const { record, title, actions } = props;
  const training = record.status === 'active' || record.status === 'registered';
  // How one advances, and by which edition, is what the employer and the sponsor signed; to others it says nothing.
  const office = record.readAs === 'employer' || record.readAs === 'sponsor';
  const mentors = record.mentors.map((one) => one.name).join(', ');
  const facts = [
    ...(title ? [record.apprentice.name] : []),
    record.occupation,
    ...(office ? [approachWords[record.approach], `standard ${record.standardVersion}`] : []),
    record.employer.name,
    mentors ? `mentor ${mentors}` : 'no mentor assigned',
  ];
  return (
    <header className={css.header}>
      <span className={css.avatar}>
        <Avatar name={record.apprentice.name} large />
      </span>
      <div className={css.who}>
        <PageHeading title={title ?? record.apprentice.name} />
        <p className="soft">{facts.join(' · ')}</p>
      </div>
      <div className={css.actions}>
        <Badge tone={training ? 'ok' : 'plain'}>{statusWords[record.status](record.beganOn)}</Badge>
        {actions}
      </div>
    </header>
  );
}
