import type { Grade } from '../gradebook/gradebook.js';
import { sendAnswer } from '../http/answer.js';
import { queryValue } from '../http/query.js';
import { findEnrolment, getPerson, subIn } from '../world/live-world.js';
import { canvasPage, gradePages } from './canvas-page.js';
import { mediaType, utf8 } from './media-types.js';
import type { ColumnCall } from './service-call.js';

function gradesOf({ platform, column }: ColumnCall): Grade[] {
  return platform.gradebook.grades.filter((grade) => grade.columnId === column.id);
}

// Moodle cannot tell 0 from no grade: both come without resultScore.
function moodleResult({ platform, course, column }: ColumnCall, grade: Grade) {
  const { sub } = getPerson(platform.world, grade.personId);
  const scored = grade.score
    ? {
        resultScore: grade.score,
        resultMaximum: column.scoreMaximum,
        ...(grade.comment ? { comment: grade.comment } : {}),
        scoreOf: platform.urls.lineItem(course.id, column.id),
        timestamp: grade.updatedAt.toISOString().replace(/\.\d{3}Z$/, '+00:00'),
      }
    : {};
  return { id: `${platform.urls.results(course.id, column.id)}&user_id=${sub}`, userId: sub, ...scored };
}

/** Every grade of the column, what instructors typed included. `limit` makes Moodle 4.5 fail with 500. */
export function listMoodleResults(call: ColumnCall): void {
  const { req, res, platform } = call;
  if (queryValue(req, 'limit') !== undefined) {
    const body = '<br />\n<b>Fatal error</b>:  Uncaught TypeError: Unsupported operand types';
    sendAnswer(res, { status: 500, type: 'text/html; charset=utf-8', body });
    return;
  }
  const user = queryValue(req, 'user_id');
  const rows = gradesOf(call)
    .filter((grade) => user === undefined || getPerson(platform.world, grade.personId).sub === user)
    .map((grade) => moodleResult(call, grade));
  sendAnswer(res, { status: 200, type: utf8(mediaType.results), body: JSON.stringify(rows) });
}

// What an instructor typed is in points of the column, and shown in those of the row.
function shownScore({ column }: ColumnCall, { setBy, row }: Grade): number | null {
  if (setBy === 'tool' || !row || row.score === null || !row.maximum || !column.scoreMaximum) return row?.score ?? null;
  return (row.score * row.maximum) / column.scoreMaximum;
}

function canvasResult(call: ColumnCall, grade: Grade) {
  const { platform, course, column } = call;
  const score = shownScore(call, grade);
  const maximum = grade.row?.maximum ?? null;
  return {
    id: `${platform.urls.results(course.id, column.id)}/${grade.row?.id}`,
    scoreOf: platform.urls.lineItem(course.id, column.id),
    userId: subIn(course, getPerson(platform.world, grade.personId)),
    ...(score === null ? {} : { resultScore: score }),
    ...(maximum === null ? {} : { resultMaximum: maximum }),
    ...(grade.comment === null || grade.setBy === 'instructor' ? {} : { comment: grade.comment }),
  };
}

/** Only rows that a score of this tool or a typed grade has made, in pages; nothing for a `user_id` who is no student any more. */
export function listCanvasResults(call: ColumnCall): void {
  const { req, res, platform, course } = call;
  const user = queryValue(req, 'user_id');
  const mine = gradesOf(call).filter((grade) => grade.row !== undefined);
  const wanted =
    user === undefined
      ? mine
      : mine.filter((grade) => {
          const person = getPerson(platform.world, grade.personId);
          return subIn(course, person) === user && findEnrolment(course, person.id)?.role === 'learner';
        });
  const page = canvasPage(call, wanted, gradePages);
  const body = JSON.stringify(page.items.map((grade) => canvasResult(call, grade)));
  sendAnswer(res, { status: 200, type: utf8(mediaType.results), body, headers: page.headers });
}
