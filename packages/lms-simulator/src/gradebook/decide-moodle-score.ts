import type { Column, Grade } from './gradebook.js';
import { parseInstant, type Score, type ScoreDecision } from './score.js';

export interface MoodleScoreFacts {
  readonly column: Column;
  readonly grade: Grade | undefined;
  /** Null when nobody of that id can be graded in the course. */
  readonly personId: string | null;
}

const wholeSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

function refuse(status: number, reason: string): { kind: 'refused'; status: number; reason: string } {
  return { kind: 'refused', status, reason };
}

/**
 * Decides as Moodle 4.5 does in its scores service: 400 for an incomplete score or an unknown
 * person, 500 for a locked column, 409 for a time that is not later by whole seconds.
 */
export function decideMoodleScore(score: Score, facts: MoodleScoreFacts): ScoreDecision<Grade> {
  const { column, grade, personId } = facts;
  const at = parseInstant(score.timestamp);
  const scored = score.scoreGiven !== undefined && score.scoreGiven !== null;
  if (!at || (scored && !score.scoreMaximum) || personId === null) return refuse(400, 'Incorrect score received');
  if (column.locked) return refuse(500, 'Could not save the grade');
  if (grade && wholeSeconds(grade.updatedAt) >= wholeSeconds(at)) {
    const reason = `Refusing score with an earlier timestamp for item ${column.id} and user ${score.userId}`;
    return refuse(409, reason);
  }
  // An activity's column keeps what an instructor typed, and still answers 200.
  if (column.coupled && grade?.setBy === 'instructor' && grade.score !== null) return { kind: 'saved', grade };

  return {
    kind: 'saved',
    grade: {
      columnId: column.id,
      personId,
      score: givenScore(score, column),
      comment: score.comment || null,
      setBy: 'tool',
      updatedAt: new Date(wholeSeconds(at) * 1000),
      attempts: 0,
    },
  };
}

// Anything but a full grade clears the cell, whatever scoreGiven says.
function givenScore(score: Score, column: Column): number | null {
  if (score.gradingProgress !== 'FullyGraded') return null;
  if (score.scoreGiven === undefined || score.scoreGiven === null || !score.scoreMaximum) return null;
  const given = (score.scoreGiven / score.scoreMaximum) * column.scoreMaximum;
  return column.isScale ? Math.max(1, Math.round(given)) : given;
}
