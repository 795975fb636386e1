import type { Column, Grade } from './gradebook.js';
import { parseInstant, type Score, type ScoreDecision } from './score.js';

export interface CanvasScoreFacts {
  readonly column: Column;
  readonly grade: Grade | undefined;
  /** Null when the user is not an active student of the course. */
  readonly studentId: string | null;
  readonly now: Date;
  readonly nextResultId: string;
}

const gradings: readonly string[] = ['FullyGraded', 'PendingManual', 'Pending', 'NotReady', 'Failed'];
const activities: readonly string[] = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const EXTENSION = 'https://canvas.instructure.com/lti/submission';

function refuse(status: number, reason: string): { kind: 'refused'; status: number; reason: string } {
  return { kind: 'refused', status, reason };
}

/**
 * Decides as Canvas does in its scores service: 422 for somebody who is not a student, an
 * unpublished assignment, a missing scoreMaximum or used-up attempts; 400 for a time that is
 * earlier than the result's (an equal one passes).
 */
export function decideCanvasScore(score: Score, facts: CanvasScoreFacts): ScoreDecision<Grade> {
  return refusalOf(score, facts) ?? { kind: 'saved', grade: gradeAfter(score, facts) };
}

function refusalOf(score: Score, { column, grade, studentId, now }: CanvasScoreFacts) {
  if (studentId === null) return refuse(422, 'User not found in course or is not a student');
  if (!column.published) return refuse(422, 'This assignment is still unpublished');
  if (!gradings.includes(score.gradingProgress)) return refuse(400, 'gradingProgress is not one of the allowed values');
  if (!activities.includes(score.activityProgress))
    return refuse(400, 'activityProgress is not one of the allowed values');

  const at = parseInstant(score.timestamp);
  if (!at) return refuse(400, 'Provided timestamp is not a valid ISO 8601 time with a time zone');
  if (grade?.resultId !== undefined && at < grade.updatedAt) {
    return refuse(400, 'Provided timestamp is before the last updated time');
  }
  const given = score.scoreGiven !== undefined && score.scoreGiven !== null;
  if (given && (score.scoreMaximum ?? 0) <= 0) {
    return refuse(422, 'ScoreMaximum not supplied or not greater than 0 when ScoreGiven is present');
  }
  const submittedAt = score[EXTENSION]?.submitted_at;
  if (submittedAt !== undefined && (parseInstant(submittedAt)?.getTime() ?? Infinity) > now.getTime()) {
    return refuse(submittedAt && parseInstant(submittedAt) ? 422 : 400, 'Provided submitted_at is not valid');
  }
  if (
    column.allowedAttempts !== undefined &&
    makesSubmission(score) &&
    (grade?.attempts ?? 0) >= column.allowedAttempts
  ) {
    return refuse(422, 'The maximum number of allowed attempts has been reached for this submission');
  }
  return null;
}

function makesSubmission(score: Score): boolean {
  const done = score.activityProgress === 'Submitted' || score.activityProgress === 'Completed';
  return done && (score[EXTENSION]?.new_submission ?? true);
}

function gradeAfter(score: Score, { column, grade, studentId, nextResultId }: CanvasScoreFacts): Grade {
  const next = scoreAfter(score, column, grade);
  return {
    columnId: column.id,
    personId: studentId ?? '',
    score: next.value,
    comment: score.comment ?? null,
    setBy: next.kept ? (grade?.setBy ?? 'tool') : 'tool',
    updatedAt: parseInstant(score.timestamp) ?? new Date(0),
    resultId: grade?.resultId ?? nextResultId,
    attempts: (grade?.attempts ?? 0) + (makesSubmission(score) ? 1 : 0),
  };
}

function scoreAfter(score: Score, column: Column, grade: Grade | undefined): { value: number | null; kept: boolean } {
  const extension = score[EXTENSION];
  const current = { value: grade?.score ?? null, kept: true };
  const counts = score.gradingProgress === 'FullyGraded' || score.gradingProgress === 'PendingManual';
  if (counts && score.scoreGiven !== undefined && score.scoreGiven !== null && score.scoreMaximum) {
    const typed = grade?.setBy === 'instructor' && grade.score !== null;
    if (typed && extension?.prioritize_non_tool_grade) return current;
    return { value: (score.scoreGiven / score.scoreMaximum) * column.scoreMaximum, kept: false };
  }
  // Without preserve_score this erases what a teacher typed.
  return extension?.preserve_score ? current : { value: null, kept: false };
}
