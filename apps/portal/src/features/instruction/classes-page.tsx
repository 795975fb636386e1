import type { MergedRecord } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import type { ReactNode } from 'react';
import { useRecord } from '../../api/read-record.js';
import { splitElectives } from '../../ui/course-groups.js';
import { CourseBadge, courseFacts, electivesFacts } from '../../ui/course-standing.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showHours, showHoursCount } from '../../ui/show-hours.js';
import { StackedBar } from '../../ui/stacked-bar.js';
import css from './classes-page.module.css';
import { groupCourses } from './group-courses.js';

interface ClassesPageProps {
  readonly apprenticeship: ApprenticeshipId;
  /** Makes a number lead to the entries behind it. */
  readonly entriesOf: (open: string, children: ReactNode) => ReactNode;
}

/** Related instruction: what is credited, what is running, what is left. */
export function ClassesPage({ apprenticeship, entriesOf }: ClassesPageProps) {
  const record = useRecord(apprenticeship);
  const own = !record.data || record.data.readAs === 'apprentice';
  return (
    <div className={css.page}>
      <PageHeading title={own ? 'Classes' : `Classes of ${record.data?.apprentice.name}`} />
      {record.isPending && <Loading what="the classes" heights={[90, 200, 200]} />}
      <ProblemNotice error={record.error} onRetry={record.refetch} />
      {record.data && <Classes record={record.data} entriesOf={entriesOf} />}
    </div>
  );
}

function Classes({ record, entriesOf }: { record: MergedRecord; entriesOf: ClassesPageProps['entriesOf'] }) {
  const { rti } = record;
  const { required, electives } = splitElectives(record);
  return (
    <>
      <section className="card stack" aria-label="Instruction altogether">
        <p>
          <b className={css.big}>{entriesOf('course', showHoursCount(rti.creditedMinutes))}</b>{' '}
          <span className="soft">of {showHours(rti.requiredMinutes)} of instruction count</span>
        </p>
        <StackedBar
          parts={{ rti: rti.creditedMinutes, required: rti.requiredMinutes }}
          label={`${showHours(rti.creditedMinutes)} count, ${showHours(rti.leftMinutes)} left`}
        />
      </section>
      {groupCourses(required).map(({ title, courses }) => (
        <section key={title} className="card" aria-label={title}>
          <h2>{title}</h2>
          <Courses courses={courses} entriesOf={entriesOf} />
        </section>
      ))}
      {electives.map(({ group, courses }) => (
        <section key={group.code} className="card" aria-label={group.title}>
          <h2>{group.title}</h2>
          <p className="soft">{electivesFacts(group)}</p>
          <Courses courses={courses} entriesOf={entriesOf} />
        </section>
      ))}
    </>
  );
}

interface CoursesProps {
  readonly courses: readonly MergedRecord['courses'][number][];
  readonly entriesOf: ClassesPageProps['entriesOf'];
}

const Courses = ({ courses, entriesOf }: CoursesProps) => (
  <ul>
    {courses.map((course) => (
      <li key={course.code} className={css.course}>
        <div>
          <p>
            {course.title} <span className="soft">{course.code}</span>
          </p>
          <p className="soft">{courseFacts(course)}</p>
        </div>
        {course.entries > 0 ? (
          entriesOf(`course:${course.code}`, <CourseBadge course={course} />)
        ) : (
          <CourseBadge course={course} />
        )}
      </li>
    ))}
  </ul>
);
