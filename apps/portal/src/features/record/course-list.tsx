import type { MergedRecord } from '@journeybook/contracts';
import { UnstyledButton } from '@mantine/core';
import { CourseBadge, courseFacts } from '../../ui/course-standing.js';
import { showHours } from '../../ui/show-hours.js';
import css from './course-list.module.css';
import type { Opened } from './opened.js';

/** Related instruction by course; each opens to the entries behind it. */
export function CourseList({ record, onOpen }: { record: MergedRecord; onOpen: (opened: Opened) => void }) {
  return (
    <section className="card" aria-labelledby="courses">
      <h2 id="courses">Instruction</h2>
      <ul>
        {record.courses.map((course) => (
          <li key={course.code} className={css.row}>
            {course.entries > 0 ? (
              <UnstyledButton
                className={css.course}
                aria-haspopup="dialog"
                aria-label={`${showHours(course.creditedMinutes)} in ${course.title}: open the entries`}
                onClick={() => onOpen({ view: 'entries', subject: 'course', code: course.code })}
              >
                <Course course={course} opens />
              </UnstyledButton>
            ) : (
              <div className={css.course}>
                <Course course={course} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Course({ course, opens = false }: { course: MergedRecord['courses'][number]; opens?: boolean }) {
  return (
    <>
      <span>
        <span className={css.title}>{course.title}</span>
        <span className="soft">{courseFacts(course)}</span>
      </span>
      <span className={opens ? css.opens : ''}>
        <CourseBadge course={course} />
      </span>
    </>
  );
}
