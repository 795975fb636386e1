import type { MergedRecord } from '@journeybook/contracts';
import { CourseBadge, courseFacts } from '../../ui/course-standing.js';
import { showHours } from '../../ui/show-hours.js';
import css from './course-list.module.css';
import type { Opened } from './opened.js';

interface CourseListProps {
  readonly record: MergedRecord;
  readonly onOpen: (opened: Opened) => void;
}

/** Related instruction by course; each opens to the entries behind it. */
export function CourseList({ record, onOpen }: CourseListProps) {
  return (
    <section className="card" aria-labelledby="courses">
      <h2 id="courses">Instruction</h2>
      <ul>
        {record.courses.map((course) => (
          <li key={course.code} className={css.course}>
            <span>
              <span className={css.title}>{course.title}</span>
              <span className="soft">{courseFacts(course)}</span>
            </span>
            {course.entries > 0 ? <OpenCourse course={course} onOpen={onOpen} /> : <CourseBadge course={course} />}
          </li>
        ))}
      </ul>
    </section>
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
