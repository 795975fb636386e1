import { Button } from '@mantine/core';
import type { NoticeView } from '@journeybook/contracts';
import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { Facts } from '../../ui/facts.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf, showDate } from '../../ui/show-dates.js';
import css from './notice-page.module.css';
import { eventNames, eventNouns, noticeState } from './notice-words.js';
import { ReportNotice } from './report-notice.js';
import { useListedNotice, useNoticeOf } from './use-notices.js';

interface NoticePageProps {
  readonly entry: RecordEntryId;
  /** The agreement it is about, when the address names it. */
  readonly of: ApprenticeshipId | null;
}

/** One notice as it goes to the agency: to be printed, and marked as reported. */
export const NoticePage = ({ entry, of }: NoticePageProps) =>
  of === null ? <ListedNotice entry={entry} /> : <NoticeOf entry={entry} apprenticeship={of} />;

const ListedNotice = ({ entry }: { entry: RecordEntryId }) => <Shown read={useListedNotice(entry)} />;

const NoticeOf = (props: { entry: RecordEntryId; apprenticeship: ApprenticeshipId }) => (
  <Shown read={useNoticeOf(props.apprenticeship, props.entry)} />
);

function Shown({ read }: { read: UseQueryResult<NoticeView | null> }) {
  if (read.data) return <Notice notice={read.data} />;
  return (
    <div className="stack">
      <PageHeading title="Notice" />
      {read.isPending && <Loading what="the notice" heights={[420]} />}
      <ProblemNotice error={read.error} onRetry={read.refetch} />
      {read.data === null && (
        <p>
          There is no such notice here. What was reported long ago is opened from its agreement.{' '}
          <Link to="/notices">All notices</Link>
        </p>
      )}
    </div>
  );
}

function Notice({ notice }: { notice: NoticeView }) {
  const { tone, words } = noticeState(notice);
  return (
    <div className={css.page}>
      <div className={`row between ${css.screen}`}>
        <Badge tone={tone}>{words}</Badge>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
      <article className={css.paper} aria-label="The notice">
        <p className="soft">
          {notice.sponsor.name} to {notice.agency.name}
        </p>
        <PageHeading title={`Notice of ${eventNouns[notice.event]}: ${notice.apprentice.name}`} />
        <Facts facts={factsOf(notice)} />
        <p className={css.signature}>
          <span>For {notice.sponsor.name}</span>
          <span>Date</span>
        </p>
      </article>
      <div className={css.screen}>
        <ReportNotice notice={notice} />
      </div>
      <p className={css.screen}>
        <Link to="/apprentices/$apprenticeship/agreement" params={{ apprenticeship: notice.apprenticeship }}>
          Agreement of {notice.apprentice.name}
        </Link>
        {' · '}
        <Link to="/notices">All notices</Link>
      </p>
    </div>
  );
}

const factsOf = (notice: NoticeView) =>
  [
    ['Agency', `${notice.agency.name} (${notice.agency.code})`],
    ['Sponsor', notice.sponsor.name],
    ['Occupation', `${notice.occupation.title}, RAPIDS ${notice.occupation.rapidsCode}`],
    ['Apprentice', notice.apprentice.name],
    ['Employer', notice.employer.name],
    ['Agreement began', showDate(notice.beganOn)],
    ['What happened', eventNames[notice.event]],
    ['Effective', showDate(notice.occurredOn)],
    ['Reason', notice.reason],
    ['Decided by', notice.decidedBy.name],
    ['Report by', showDate(notice.dueOn)],
    ['Reported', reportedWords(notice)],
    ['Under', notice.agency.basis.join('; ')],
  ] as const;

function reportedWords({ reportedOn, reference, daysLate }: NoticeView): string {
  if (!reportedOn) return '';
  const late = daysLate > 0 ? `, ${countOf(daysLate, 'day')} late` : '';
  return `${showDate(reportedOn)}${late}${reference ? `, reference ${reference}` : ''}`;
}
