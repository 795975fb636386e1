import type { MergedRecord } from '@journeybook/contracts';

type Course = MergedRecord['courses'][number];

/** The courses by where they stand; a group with none is left out. A credited course is complete, whatever still runs. */
export function groupCourses(
  courses: readonly Course[],
): readonly { readonly title: string; readonly courses: readonly Course[] }[] {
  const groups = { 'Running now': [] as Course[], 'Still to do': [] as Course[], Credited: [] as Course[] };
  for (const course of courses) {
    if (course.credit || course.leftMinutes === 0) groups.Credited.push(course);
    else if (course.running.length > 0) groups['Running now'].push(course);
    else groups['Still to do'].push(course);
  }
  return Object.entries(groups)
    .map(([title, members]) => ({ title, courses: members }))
    .filter((group) => group.courses.length > 0);
}
