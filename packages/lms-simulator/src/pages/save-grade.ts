import { z } from 'zod';
import { findColumn } from '../gradebook/gradebook.js';
import { rowsOfTypedGrades } from '../platform/platform.js';
import { typeGrade } from '../gradebook/type-grade.js';
import { findEnrolment, findPerson } from '../world/live-world.js';
import { type CoursePageCall, showRefusal } from './page-call.js';

const gradeForm = z.object({
  column: z.string(),
  person: z.string(),
  /** Empty takes the grade away. */
  score: z.union([z.literal('').transform(() => null), z.coerce.number().min(0)]),
  comment: z.string().trim().default(''),
});

/** Saves what an instructor typed into a cell; refuses a number outside the column's range. */
export function saveGrade({ platform, req, res, course, person }: CoursePageCall): void {
  const form = gradeForm.safeParse(req.body);
  const column = form.success ? findColumn(platform.gradebook, course.id, form.data.column) : undefined;
  const learner = form.success ? findPerson(platform.world, form.data.person) : undefined;
  if (!form.success || !column || !learner || !findEnrolment(course, learner.id)) {
    showRefusal(platform, res, { status: 400, text: 'Type a number into a cell of this gradebook.', person });
    return;
  }
  if (form.data.score !== null && form.data.score > column.scoreMaximum) {
    const text = `The grade must lie between 0 and ${column.scoreMaximum}.`;
    showRefusal(platform, res, { status: 400, text, person });
    return;
  }
  typeGrade(platform.gradebook, {
    column,
    personId: learner.id,
    score: form.data.score,
    comment: form.data.comment || null,
    at: platform.now(),
    typedBy: person.id,
    rows: rowsOfTypedGrades(platform),
  });
  platform.changed();
  res.redirect(303, `${platform.urls.base}/courses/${course.id}/grades`);
}
