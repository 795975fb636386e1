import { Button, UnstyledButton } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import { useEffect, useState } from 'react';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showAge } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { showPercent } from '../../ui/course-standing.js';
import css from './section-desk.module.css';
import { useReadRoster } from './use-section.js';

interface SectionHeaderProps {
  readonly section: SectionView;
  readonly course: NonNullable<SectionView['mapping']>;
  readonly onChangeCourse: () => void;
}

/** Which course this is, what it earns, and how fresh the roster is. */
export function SectionHeader({ section, course, onChangeCourse }: SectionHeaderProps) {
  const readRoster = useReadRoster();
  const reading = section.roster.state === 'reading' || readRoster.isPending;
  return (
    <>
      <header className={css.header}>
        <div>
          <PageHeading title={course.title}>
            {course.title} <span className={css.earns}>earns {showHours(course.minutes)} of RTI</span>
          </PageHeading>
          <p className="soft">
            {[
              section.label ?? section.title,
              section.college.name,
              `pass mark ${showPercent(course.passMarkPercent)}`,
              ...(course.creditMode === 'attendance' ? ['hours as attended'] : []),
              ...(course.confirmedBy === 'grade' ? [`a passing grade confirms, on the word of ${course.by}`] : []),
            ].join(' · ')}{' '}
            · <RosterAge roster={section.roster} />
            {section.may.map && (
              <>
                {' '}
                ·{' '}
                <UnstyledButton className={css.link} onClick={onChangeCourse}>
                  Change the course
                </UnstyledButton>
              </>
            )}
          </p>
        </div>
        {section.services.roster && section.may.confirm && (
          <Button variant="default" loading={reading} onClick={() => readRoster.mutate()}>
            Read again
          </Button>
        )}
      </header>
      <ProblemNotice error={readRoster.error} onRetry={() => readRoster.mutate()} />
      {section.roster.state === 'failed' && (
        <div role="alert">
          <p className="soft">
            <b>The roster could not be read.</b> {section.roster.problem}
          </p>
        </div>
      )}
    </>
  );
}

/** The age is told anew every half minute, so that it does not grow stale on an open page. */
function RosterAge({ roster }: { roster: SectionView['roster'] }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (roster.state === 'reading') return <span role="status">reading the roster…</span>;
  if (roster.readAt === null) return <span>roster not read yet</span>;
  return <span>roster read {showAge(roster.readAt, Math.max(now, Date.parse(roster.readAt)))}</span>;
}
