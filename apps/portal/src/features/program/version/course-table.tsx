import type { StandardContents } from '@journeybook/contracts';
import { showHours, showHoursCount } from '../../../ui/show-hours.js';
import { Marks } from './process-table.js';
import css from './standard-view.module.css';

type Course = StandardContents['courses'][number];

/** The courses of instruction with their hours; of an elective group, what it asks for and what may be chosen. */
export function CourseTable({ contents }: { contents: StandardContents }) {
  const { courses, electiveGroups = [], rtiMinutes } = contents;
  return (
    <section className="card" aria-labelledby="courses">
      <h2 id="courses">Instruction, by course</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Course</th>
            <th scope="col">Hours</th>
          </tr>
        </thead>
        <tbody>
          {courses
            .filter((one) => one.electiveGroup === undefined)
            .map((one) => (
              <CourseLine key={one.code} course={one} />
            ))}
        </tbody>
        {electiveGroups.map((group) => (
          <tbody key={group.code}>
            <tr className={css.group}>
              <th scope="rowgroup">
                {group.title}: choose {showHours(group.requiredMinutes)} of
              </th>
              <td className="num">{showHoursCount(group.requiredMinutes)}</td>
            </tr>
            {courses
              .filter((one) => one.electiveGroup === group.code)
              .map((one) => (
                <CourseLine key={one.code} course={one} choice />
              ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className="num">{showHoursCount(rtiMinutes)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Hours of a course that may be chosen are not part of the total: they stand in parentheses. */
const CourseLine = ({ course, choice = false }: { course: Course; choice?: boolean }) => (
  <tr className={choice ? css.choice : ''}>
    <th scope="row">
      <span className={css.code}>{course.code}</span> {course.title}{' '}
      <Marks local={course.local} safety={course.safety} />
    </th>
    <td className="num">
      {choice ? `(${showHoursCount(course.requiredMinutes)})` : showHoursCount(course.requiredMinutes)}
    </td>
  </tr>
);
