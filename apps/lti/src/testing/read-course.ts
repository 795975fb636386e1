import { type CourseToRead, readCourseResults, readCourseRoster, type ReadCourseTools } from '../jobs/read-course.js';

/** Reads a course's roster and, when that has its grades read, those too, here and now; answers when it has to wait. */
export async function readCourse(tools: ReadCourseTools, course: CourseToRead) {
  let goesOn = false;
  const send: ReadCourseTools['jobs']['send'] = async (queue, data, options) => {
    if (queue === 'read-results') goesOn = true;
    else await tools.jobs.send(queue, data, options);
  };
  const later = await readCourseRoster({ ...tools, jobs: { ...tools.jobs, send } }, course);
  return goesOn ? readCourseResults(tools, course) : later;
}
