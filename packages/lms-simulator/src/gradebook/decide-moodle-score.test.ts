import { describe, expect, test } from 'vitest';
import { decideMoodleScore } from './decide-moodle-score.js';
import type { Column, Grade } from './gradebook.js';
import type { Score } from './score.js';

const column: Column = {
  id: '3',
  courseId: '2',
  label: 'RTI',
  scoreMaximum: 50,
  resourceId: '',
  tag: '',
  coupled: false,
  published: true,
  locked: false,
};
const activity: Column = { ...column, coupled: true, resourceLinkId: '1' };

function score(change: Partial<Score> = {}): Score {
  return {
    userId: '5',
    timestamp: '2026-11-23T10:00:00.500Z',
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    scoreGiven: 88,
    scoreMaximum: 100,
    ...change,
  };
}

function grade(change: Partial<Grade> = {}): Grade {
  return {
    columnId: '3',
    personId: 'priya',
    score: 20,
    comment: null,
    setBy: 'tool',
    updatedAt: new Date('2026-11-23T09:00:00Z'),
    attempts: 0,
    ...change,
  };
}

const decide = (posted: Score, facts: { column?: Column; grade?: Grade; personId?: string | null } = {}) =>
  decideMoodleScore(posted, {
    column: facts.column ?? column,
    grade: facts.grade,
    personId: facts.personId === undefined ? 'priya' : facts.personId,
  });

describe('a score posted to Moodle', () => {
  test('is scaled to the maximum of the column', () => {
    expect(decide(score())).toMatchObject({ kind: 'saved', grade: { score: 44, setBy: 'tool' } });
  });

  test('keeps only the whole seconds of its time', () => {
    expect(decide(score())).toMatchObject({ grade: { updatedAt: new Date('2026-11-23T10:00:00Z') } });
  });

  test.each([
    ['for nobody who can be graded', score(), null],
    ['without a time zone', score({ timestamp: '2026-11-23T10:00:00' }), 'priya'],
    ['without a maximum', score({ scoreMaximum: undefined }), 'priya'],
  ])('is refused with 400 %s', (_name, posted, personId) => {
    expect(decide(posted, { personId })).toMatchObject({ kind: 'refused', status: 400 });
  });

  test.each([
    ['earlier', '2026-11-23T09:59:59Z'],
    ['the same', '2026-11-23T10:00:00Z'],
    ['later within the same second', '2026-11-23T10:00:00.100Z'],
  ])('is refused with 409 and a reason when the grade has a time and this one is %s', (_name, timestamp) => {
    const existing = grade({ updatedAt: new Date('2026-11-23T10:00:00Z') });
    expect(decide(score({ timestamp }), { grade: existing })).toEqual({
      kind: 'refused',
      status: 409,
      reason: 'Refusing score with an earlier timestamp for item 3 and user 5',
    });
  });

  test('is refused with 500 by a locked column', () => {
    expect(decide(score(), { column: { ...column, locked: true } })).toMatchObject({ kind: 'refused', status: 500 });
  });

  test.each(['PendingManual', 'Pending', 'NotReady', 'Failed'])('clears the grade when it is %s', (gradingProgress) => {
    expect(decide(score({ gradingProgress }), { grade: grade() })).toMatchObject({ grade: { score: null } });
  });

  test('leaves what an instructor typed into the column of an activity', () => {
    const typed = grade({ setBy: 'instructor', score: 41 });
    expect(decide(score(), { column: activity, grade: typed })).toEqual({ kind: 'saved', grade: typed });
  });

  test('overwrites what an instructor typed into a column of its own', () => {
    const typed = grade({ setBy: 'instructor', score: 41 });
    expect(decide(score(), { grade: typed })).toMatchObject({ grade: { score: 44, setBy: 'tool' } });
  });

  test('without a comment clears the comment', () => {
    expect(decide(score(), { grade: grade({ comment: 'old' }) })).toMatchObject({ grade: { comment: null } });
  });
});
