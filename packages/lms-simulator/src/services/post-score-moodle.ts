import { decideMoodleScore } from '../gradebook/decide-moodle-score.js';
import { findGrade, putGrade } from '../gradebook/gradebook.js';
import { parseJson, scoreSchema } from '../gradebook/score.js';
import { sendAnswer } from '../http/answer.js';
import { findEnrolment, findPerson, type LiveCourse, type LiveWorld } from '../world/live-world.js';
import { mediaType, utf8 } from './media-types.js';
import type { ColumnCall } from './service-call.js';

/** Takes a score; a refusal's body is always `[]`, its reason only in the status line. */
export function postMoodleScore({ platform, course, column, req, res }: ColumnCall): void {
  const type = utf8(mediaType.score);
  const score = scoreSchema.safeParse(parseJson(String(req.body)));
  if (!score.success) {
    sendAnswer(res, { status: 400, type, body: '[]', reason: 'Incorrect score received' });
    return;
  }
  const personId = gradableId(platform.world, course, score.data.userId);
  const grade = personId === null ? undefined : findGrade(platform.gradebook, column.id, personId);
  const decision = decideMoodleScore(score.data, { column, grade, personId });
  if (decision.kind === 'refused') {
    sendAnswer(res, { status: decision.status, type, body: '[]', reason: decision.reason });
    return;
  }
  putGrade(platform.gradebook, decision.grade);
  platform.changed();
  sendAnswer(res, { status: 200, type, body: '' });
}

// Moodle grades everybody who is enrolled as a student, the suspended included.
function gradableId(world: LiveWorld, course: LiveCourse, sub: string): string | null {
  const person = findPerson(world, sub);
  const role = person?.sub === sub ? findEnrolment(course, person.id)?.role : undefined;
  return person && (role === 'learner' || role === 'test-student') ? person.id : null;
}
