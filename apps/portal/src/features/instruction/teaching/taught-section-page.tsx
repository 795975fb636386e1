import { Button } from '@mantine/core';
import type { TaughtLearner, TaughtSectionView } from '@journeybook/contracts';
import type { SectionId } from '@journeybook/domain';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DoneNotice } from '../../../ui/done-notice.js';
import { Empty } from '../../../ui/empty.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { showDate } from '../../../ui/show-dates.js';
import { showHours } from '../../../ui/show-hours.js';
import { ReviewCard } from '../review-card.js';
import { AddAttendeesDialog } from './add-attendees-dialog.js';
import { AttendeeList } from './attendee-list.js';
import { ImportResultsDialog } from './import-results-dialog.js';
import { TaughtBar } from './taught-bar.js';
import { TaughtSummary } from './taught-summary.js';
import css from './teaching.module.css';
import { useTeachingDesk } from './use-teaching-desk.js';
import { useDecideTaughtReviews, useRemoveAttendee, useTaughtSection } from './use-teaching.js';

/** One section: who attends, what they achieved, and who completed it. */
export function TaughtSectionPage({ section: id }: { section: SectionId }) {
  const section = useTaughtSection(id);
  if (section.isPending) return <Loading what="the section" heights={[48, 260]} />;
  if (!section.data) return <ProblemNotice error={section.error} onRetry={section.refetch} />;
  return <TeachingDeskView section={section.data} />;
}

function TeachingDeskView({ section }: { section: TaughtSectionView }) {
  const desk = useTeachingDesk(section);
  const decide = useDecideTaughtReviews(section.id);
  const [asking, setAsking] = useState<'add' | 'file' | TaughtLearner | null>(null);
  const [done, setDone] = useState('');
  const close = () => setAsking(null);
  const ready = desk.rows.filter(({ standing }) => standing.ready);
  const leaving = asking !== null && typeof asking === 'object' ? asking : null;
  return (
    <div className={css.page}>
      <PageHeading title={section.title} />
      <p className="soft">{factsOf(section)}</p>
      <DoneNotice>{done}</DoneNotice>
      <TaughtSummary desk={desk} />
      <ReviewCard reviews={section.reviews} mayDecide decide={decide} />
      <div className="row">
        <Button variant={section.attendees.length === 0 ? 'filled' : 'default'} onClick={() => setAsking('add')}>
          Add apprentices
        </Button>
        {section.attendees.length > 0 && (
          <Button variant="default" onClick={() => setAsking('file')}>
            Grades from a file
          </Button>
        )}
        {ready.length > 1 && (
          <Button
            variant="default"
            onClick={() =>
              desk.toggle(
                ready.map(({ row }) => row.identity),
                desk.picked.length < ready.length,
              )
            }
          >
            {desk.picked.length < ready.length ? `Choose all ${ready.length} ready` : 'Choose nobody'}
          </Button>
        )}
      </div>
      {desk.rows.length === 0 ? (
        <Empty title="Nobody attends yet">Add the apprentices who come to this section.</Empty>
      ) : (
        <AttendeeList desk={desk} onRemove={setAsking} />
      )}
      <TaughtBar desk={desk} />
      <AddAttendeesDialog section={section} opened={asking === 'add'} onClose={close} onAdded={setDone} />
      <ImportResultsDialog section={section} opened={asking === 'file'} onClose={close} onRead={setDone} />
      <TakeOffDialog section={section} leaving={leaving} onClose={close} onDone={setDone} />
    </div>
  );
}

const factsOf = ({ course, college, startsOn, endsOn, passMarkPercent, creditMode, teacher }: TaughtSectionView) =>
  [
    `${course.title} (${course.code}), ${showHours(course.minutes)}`,
    college.name,
    `${showDate(startsOn)} to ${showDate(endsOn)}`,
    `pass mark ${passMarkPercent} %`,
    creditMode === 'all' ? 'all hours to who passed' : 'the hours attended',
    `taught by ${teacher.name}`,
  ].join(' · ');

interface TakeOffProps {
  readonly section: TaughtSectionView;
  readonly leaving: TaughtLearner | null;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function TakeOffDialog({ section, leaving, onClose, onDone }: TakeOffProps) {
  const remove = useRemoveAttendee(section.id);
  const name = leaving?.name ?? '';
  const confirm = () =>
    leaving &&
    remove.mutate(leaving.identity, {
      onSuccess: () => {
        onDone(`${name} attends no longer.`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      opened={leaving !== null}
      title={`Take ${name} off the list?`}
      action="Take off"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      What was entered stays, and comes back when they are added again.
      {leaving?.credit && ' The hours stay credited; you are asked whether they are kept.'}
    </ConfirmDialog>
  );
}
