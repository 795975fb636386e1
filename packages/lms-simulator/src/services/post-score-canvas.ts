import { decideCanvasScore } from '../gradebook/decide-canvas-score.js';
import { findGrade, nextRowId, putGrade } from '../gradebook/gradebook.js';
import { parseJson, scoreSchema } from '../gradebook/score.js';
import { sendJson } from '../http/answer.js';
import { findEnrolment, findPerson, type LiveCourse, type LiveWorld, subIn } from '../world/live-world.js';
import { mediaType, utf8 } from './media-types.js';
import { refuseService } from './refuse.js';
import type { ColumnCall } from './service-call.js';

/** Takes a score and answers with the address of its result; 400 and 422 as `decideCanvasScore` says. */
export function postCanvasScore({ platform, course, column, req, res }: ColumnCall): void {
  const score = scoreSchema.safeParse(parseJson(String(req.body)));
  if (!score.success) {
    const missing = score.error.issues[0]?.path.join('.') ?? '';
    refuseService(platform, req, res, { status: 400, reason: `param is missing or the value is empty: ${missing}` });
    return;
  }
  const studentId = activeStudentId(platform.world, course, score.data.userId);
  const grade = studentId === null ? undefined : findGrade(platform.gradebook, column.id, studentId);
  const rowId = nextRowId(platform.gradebook);
  const decision = decideCanvasScore(score.data, { column, grade, studentId, now: platform.now(), rowId });
  if (decision.kind === 'refused') {
    refuseService(platform, req, res, decision);
    return;
  }
  putGrade(platform.gradebook, decision.grade);
  platform.changed();
  const resultUrl = `${platform.urls.results(course.id, column.id)}/${decision.grade.row?.id}`;
  sendJson(res, 200, { resultUrl }, utf8(mediaType.score));
}

function activeStudentId(world: LiveWorld, course: LiveCourse, sub: string): string | null {
  const person = findPerson(world, sub);
  const enrolment = person && subIn(course, person) === sub ? findEnrolment(course, person.id) : undefined;
  const isStudent = enrolment?.role === 'learner' || enrolment?.role === 'test-student';
  return person && isStudent && enrolment.state === 'active' ? person.id : null;
}
