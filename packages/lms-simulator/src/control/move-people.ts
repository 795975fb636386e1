import { findGrade, gradesOf, putGrade, removeGradesOf } from '../gradebook/gradebook.js';
import type { Platform } from '../platform/platform.js';
import { enrol, findEnrolment, getCourse, getPerson, removeEnrolment, subIn } from '../world/live-world.js';

/**
 * Merges one account into another, as an administrator of Canvas does: its enrolments and grades become the other's. Where it had been
 * used, its old `sub` goes on naming the one who is left; elsewhere they have their own (lti.md 4.1).
 */
export function mergePeople(platform: Platform, { from, into }: { from: string; into: string }): void {
  const { world, gradebook } = platform;
  const [gone, stays] = [getPerson(world, from), getPerson(world, into)];
  for (const course of world.courses) {
    const enrolment = findEnrolment(course, gone.id);
    if (!enrolment) continue;
    removeEnrolment(course, gone.id);
    const isThere = findEnrolment(course, stays.id) !== undefined;
    if (!isThere) {
      enrol(course, stays.id, enrolment.role);
      course.keptSubs = { ...course.keptSubs, [stays.id]: subIn(course, gone) };
    }
    for (const grade of gradesOf(gradebook, course.id, gone.id))
      if (!findGrade(gradebook, grade.columnId, stays.id)) putGrade(gradebook, { ...grade, personId: stays.id });
    removeGradesOf(gradebook, course.id, gone.id);
  }
  world.people = world.people.filter(({ id }) => id !== gone.id);
  platform.changed();
}

/** Cross-lists the only section of a course: its learners are in the other course from then on, and no longer here (lti.md 4.2). */
export function crossList(platform: Platform, { from, into }: { from: string; into: string }): void {
  const [source, target] = [getCourse(platform.world, from), getCourse(platform.world, into)];
  for (const { personId, role } of source.enrolments.filter((one) => one.role === 'learner')) {
    removeEnrolment(source, personId);
    enrol(target, personId, role);
  }
  platform.changed();
}
