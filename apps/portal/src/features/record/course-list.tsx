import type { MergedRecord } from '@journeybook/contracts';
import { splitElectives } from '../../ui/course-groups.js';
import { CourseBadge, courseFacts, electivesFacts } from '../../ui/course-standing.js';
import { showHours } from '../../ui/show-hours.js';
import css from './course-list.module.css';
import type { Opened } from './opened.js';

interface CourseListProps {
  readonly record: MergedRecord;
  readonly onOpen: (opened: Opened) => void;
}

/** Related instruction by course, electives by their group; each course opens to the entries behind it. */
export function CourseList({ record, onOpen }: CourseListProps) {
  const { required, electives } = splitElectives(record);
  return (
    <section className="card" aria-labelledby="courses">
      <h2 id="courses">Instruction</h2>
      <Courses courses={required} onOpen={onOpen} />
      {electives.map(({ group, courses }) => (
        <section key={group.code} className={css.group} aria-label={group.title}>
          <h3>{group.title}</h3>
          <p className="soft">{electivesFacts(group)}</p>
          <Courses courses={courses} onOpen={onOpen} />
        </section>
      ))}
    </section>
  );
}

function Courses(props: { courses: readonly MergedRecord['courses'][number][]; onOpen: CourseListProps['onOpen'] }) {
  return (
    <ul>
      {props.courses.map((course) => (
        <li key={course.code} className={css.course}>
          <span>
            <span className={css.title}>{course.title}</span>
            <span className="soft">{courseFacts(course)}</span>
          </span>
          {course.entries > 0 ? <OpenCourse course={course} onOpen={props.onOpen} /> : <CourseBadge course={course} />}
        </li>
      ))}
    </ul>
  );
}

function OpenCourse({
  course,
  onOpen,
}: {
  course: MergedRecord['courses'][number];
  onOpen: CourseListProps['onOpen'];
}) {
  const hours = showHours(course.creditedMinutes);
  return (
    <button
      type="button"
      className={css.open}
      aria-haspopup="dialog"
      aria-label={`${hours} credited, ${hours} in ${course.title}: open the entries`}
      onClick={() => onOpen({ view: 'entries', subject: 'course', code: course.code })}
    >
      <CourseBadge course={course} />
    </button>
  );
}
