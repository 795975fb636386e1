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

/** Which course this is, what it earns, and how fresh roster and grades are. */
export function SectionHeader({ section, course, onChangeCourse }: SectionHeaderProps) {
  const readRoster = useReadRoster();
  const { services, roster, results } = section;
  const reading = roster.state === 'reading' || results.state === 'reading' || readRoster.isPending;
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
            · <ReadingAge section={section} />
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
        {(services.roster || services.grades) && section.may.confirm && (
          <Button variant="default" loading={reading} onClick={() => readRoster.mutate()}>
            Read again
          </Button>
        )}
      </header>
      <ProblemNotice error={readRoster.error} onRetry={() => readRoster.mutate()} />
      <ReadingProblem reading={roster} />
      <ReadingProblem reading={results} />
    </>
  );
}

type Reading = SectionView['roster'];

const ReadingProblem = ({ reading: { problem } }: { reading: Reading }) =>
  problem === null ? null : <p role="alert">{problem}</p>;

/** The age is told anew every half minute, so that it does not grow stale on an open page. */
function ReadingAge({ section: { platformName, services, roster, results } }: { section: SectionView }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  if (roster.state === 'reading') return <span role="status">reading the roster…</span>;
  if (results.state === 'reading') return <span role="status">reading the grades…</span>;
  const ages = [
    ...(services.roster ? [{ what: 'roster', age: ageOf(roster, now) }] : []),
    ...(services.grades ? [{ what: 'grades', age: ageOf(results, now) }] : []),
  ];
  const [first, second] = ages;
  if (!first) return <span>{platformName} lets Journeybook read neither roster nor grades</span>;
  if (first.age === second?.age) return <span>roster and grades {first.age}</span>;
  return <span>{ages.map(({ what, age }) => `${what} ${age}`).join(', ')}</span>;
}

const ageOf = ({ readAt }: Reading, now: number) =>
  readAt === null ? 'not read yet' : `read ${showAge(readAt, Math.max(now, Date.parse(readAt)))}`;
