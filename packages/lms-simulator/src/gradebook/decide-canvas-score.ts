import type { Column, Grade } from './gradebook.js';
import { parseInstant, type Score, type ScoreDecision } from './score.js';

export interface CanvasScoreFacts {
  readonly column: Column;
  readonly grade: Grade | undefined;
  /** Null when the user is not an active student of the course. */
  readonly studentId: string | null;
  readonly now: Date;
  readonly rowId: string;
}

const gradings: readonly string[] = ['FullyGraded', 'PendingManual', 'Pending', 'NotReady', 'Failed'];
const activities: readonly string[] = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const EXTENSION = 'https://canvas.instructure.com/lti/submission';

function refuse(status: number, reason: string): { kind: 'refused'; status: number; reason: string } {
  return { kind: 'refused', status, reason };
}

/**
 * Decides as Canvas does in its scores service: 422 for somebody who is not a student, an unpublished assignment, points that are
 * missing or negative, or used-up attempts; 400 for a time that is earlier than the row's (an equal one passes) and for what is no time.
 */
export function decideCanvasScore(score: Score, facts: CanvasScoreFacts): ScoreDecision<Grade> {
  return refusalOf(score, facts) ?? { kind: 'saved', grade: gradeAfter(score, facts) };
}

type Given = Score & { readonly scoreGiven: number };

/** Whether the points count; anything else resets the score. */
const counts = (score: Score): score is Given =>
  (score.gradingProgress === 'FullyGraded' || score.gradingProgress === 'PendingManual') &&
  score.scoreGiven !== undefined &&
  score.scoreGiven !== null;

function refusalOf(score: Score, facts: CanvasScoreFacts) {
  const { column, grade, studentId } = facts;
  if (studentId === null) return refuse(422, 'User not found in course or is not a student');
  if (!column.published) return refuse(422, 'This assignment is still unpublished');
  if (!gradings.includes(score.gradingProgress)) return refuse(400, 'Grading progress is not included in the list');
  if (!activities.includes(score.activityProgress)) return refuse(400, 'Activity progress is not included in the list');

  const at = lenientInstant(score.timestamp);
  if (!at) return refuse(400, `Provided timestamp of ${score.timestamp} not a valid timestamp`);
  if (grade?.row && grade.row.at > at) {
    const last = grade.row.at.toISOString();
    return refuse(400, `Provided timestamp of ${score.timestamp} before last updated timestamp of ${last}`);
  }
  return pointsFault(score, column) ?? submissionFault(score, facts);
}

function pointsFault(score: Score, column: Column) {
  if (!counts(score)) return null;
  const { scoreGiven, scoreMaximum } = score;
  if (scoreMaximum === undefined || scoreMaximum === null)
    return refuse(422, 'ScoreMaximum not supplied when ScoreGiven present.');
  if (scoreMaximum < 0) return refuse(422, 'ScoreMaximum must be greater than or equal to 0');
  if (scoreMaximum === 0 && column.scoreMaximum !== 0)
    return refuse(422, "cannot be zero if line item's maximum is not zero");
  return scoreGiven < 0 ? refuse(422, 'ScoreGiven must be greater than or equal to 0') : null;
}

function submissionFault(score: Score, { column, grade, now }: CanvasScoreFacts) {
  const submitted = score.submission?.submittedAt ?? score[EXTENSION]?.submitted_at;
  const submittedAt = submitted === undefined ? null : lenientInstant(submitted);
  if (submitted !== undefined && !submittedAt)
    return refuse(400, `Provided submitted_at timestamp of ${submitted} not a valid timestamp`);
  if (submittedAt && submittedAt.getTime() > now.getTime() + 60_000)
    return refuse(400, `Provided submitted_at timestamp of ${submitted} in the future`);
  // Asked of every score that may be a submission, although only finished work makes one.
  if (column.allowedAttempts !== undefined && isNew(score) && (grade?.attempts ?? 0) >= column.allowedAttempts)
    return refuse(422, 'The maximum number of allowed attempts has been reached for this submission');
  return null;
}

// Ruby reads a time without a zone as one of the server's.
const lenientInstant = (text: string): Date | null => parseInstant(text) ?? parseInstant(`${text}Z`);

const isNew = (score: Score): boolean =>
  (score[EXTENSION]?.new_submission ?? true) && score[EXTENSION]?.submission_type !== 'none';

const makesSubmission = (score: Score): boolean =>
  isNew(score) && (score.activityProgress === 'Submitted' || score.activityProgress === 'Completed');

function gradeAfter(score: Score, { column, grade, studentId, rowId }: CanvasScoreFacts): Grade {
  const next = scoreAfter(score, column, grade);
  const at = lenientInstant(score.timestamp) ?? new Date(0);
  return {
    columnId: column.id,
    personId: studentId ?? '',
    score: next.value,
    comment: score.comment ?? null,
    setBy: next.kept ? (grade?.setBy ?? 'tool') : 'tool',
    updatedAt: at,
    // The row says what the tool sent, even where the gradebook keeps something else.
    row: { id: grade?.row?.id ?? rowId, at, score: score.scoreGiven ?? null, maximum: score.scoreMaximum ?? null },
    attempts: (grade?.attempts ?? 0) + (makesSubmission(score) ? 1 : 0),
  };
}

function scoreAfter(score: Score, column: Column, grade: Grade | undefined): { value: number | null; kept: boolean } {
  const extension = score[EXTENSION];
  const current = { value: grade?.score ?? null, kept: true };
  if (extension?.preserve_score) return current;
  // This erases what a teacher typed.
  if (!counts(score)) return { value: null, kept: false };
  // Any score counts as somebody else's, the tool's own as well.
  if (extension?.prioritize_non_tool_grade && current.value !== null) return current;
  const scale = score.scoreMaximum ? column.scoreMaximum / score.scoreMaximum : 1;
  return { value: score.scoreGiven * scale, kept: false };
}
