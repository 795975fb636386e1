import { describe, expect, test } from 'vitest';
import { type CanvasScoreFacts, decideCanvasScore } from './decide-canvas-score.js';
import type { Column, Grade } from './gradebook.js';
import type { Score } from './score.js';

const EXTENSION = 'https://canvas.instructure.com/lti/submission';
const column: Column = {
  id: '1204',
  courseId: '565',
  label: 'RTI',
  scoreMaximum: 50,
  resourceId: '',
  tag: '',
  coupled: true,
  published: true,
  locked: false,
};

function score(change: Partial<Score> = {}): Score {
  return {
    userId: 'u',
    timestamp: '2026-11-23T10:00:00.000Z',
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    scoreGiven: 88,
    scoreMaximum: 100,
    ...change,
  };
}

const typed: Grade = {
  columnId: '1204',
  personId: 'priya',
  score: 41,
  comment: null,
  setBy: 'instructor',
  updatedAt: new Date('2026-11-23T09:00:00Z'),
  attempts: 0,
};
const row = { id: '90001', at: new Date('2026-11-23T09:00:00Z'), score: 41, maximum: 50 };
const seeded: Grade = { ...typed, row };

const decide = (posted: Score, facts: Partial<CanvasScoreFacts> = {}) =>
  decideCanvasScore(posted, {
    column,
    grade: undefined,
    studentId: 'priya',
    now: new Date('2026-11-23T12:00:00Z'),
    rowId: '90001',
    ...facts,
  });

describe('a score posted to Canvas', () => {
  test('is scaled to the points of the assignment and makes a result and a submission', () => {
    expect(decide(score())).toMatchObject({
      kind: 'saved',
      grade: { score: 44, row: { id: '90001', score: 88, maximum: 100 }, attempts: 1 },
    });
  });

  test.each<[string, number, Score, Partial<CanvasScoreFacts>]>([
    ['somebody who is not an active student', 422, score(), { studentId: null }],
    ['an unpublished assignment', 422, score(), { column: { ...column, published: false } }],
    ['a score without a maximum', 422, score({ scoreMaximum: undefined }), {}],
    ['a maximum of zero', 422, score({ scoreMaximum: 0 }), {}],
    ['a maximum below zero', 422, score({ scoreMaximum: -1 }), {}],
    ['points below zero', 422, score({ scoreGiven: -1 }), {}],
    [
      'used-up attempts',
      422,
      score(),
      { column: { ...column, allowedAttempts: 1 }, grade: { ...seeded, attempts: 1 } },
    ],
    ['a submission in the future', 400, score({ [EXTENSION]: { submitted_at: '2026-11-24T00:00:00Z' } }), {}],
    [
      'a submission in the future, as the standard writes it',
      400,
      score({ submission: { submittedAt: '2026-11-24T00:00:00Z' } }),
      {},
    ],
    ['a submission at no time', 400, score({ submission: { submittedAt: 'soon' } }), {}],
    ['no time', 400, score({ timestamp: 'now' }), {}],
    ['an unknown grading progress', 400, score({ gradingProgress: 'Done' }), {}],
    ['an unknown activity progress', 400, score({ activityProgress: 'Done' }), {}],
    ['a time before the last change', 400, score({ timestamp: '2026-11-23T08:59:59.999Z' }), { grade: seeded }],
  ])('is refused for %s with %i', (_name, status, posted, facts) => {
    expect(decide(posted, facts)).toMatchObject({ kind: 'refused', status });
  });

  test('is told that it is late, with both times', () => {
    expect(decide(score({ timestamp: '2026-11-23T08:59:59.999Z' }), { grade: seeded })).toMatchObject({
      reason:
        'Provided timestamp of 2026-11-23T08:59:59.999Z before last updated timestamp of 2026-11-23T09:00:00.000Z',
    });
  });

  test('passes with a time without a zone, and without points when it takes a score away', () => {
    expect(decide(score({ timestamp: '2026-11-23T10:00:00' }))).toMatchObject({ kind: 'saved' });
    expect(decide(score({ scoreGiven: null, scoreMaximum: null }), { grade: seeded })).toMatchObject({
      kind: 'saved',
      grade: { score: null },
    });
  });

  test('passes with the very time of the last change', () => {
    expect(decide(score({ timestamp: '2026-11-23T09:00:00.000Z' }), { grade: seeded })).toMatchObject({
      kind: 'saved',
    });
  });

  test('counts a score that waits for manual grading', () => {
    expect(decide(score({ gradingProgress: 'PendingManual' }))).toMatchObject({ grade: { score: 44 } });
  });

  test('erases a teacher’s grade when it is not graded yet', () => {
    expect(decide(score({ gradingProgress: 'NotReady' }), { grade: typed })).toMatchObject({ grade: { score: null } });
  });

  test('keeps a teacher’s grade with preserve_score, and makes the row that the results show', () => {
    const seed = score({ gradingProgress: 'NotReady', [EXTENSION]: { preserve_score: true, new_submission: false } });
    expect(decide(seed, { grade: typed })).toMatchObject({
      grade: { score: 41, setBy: 'instructor', row: { id: '90001' }, attempts: 0 },
    });
  });

  test('shows in its row what was sent, whatever the gradebook keeps', () => {
    const polite = score({ [EXTENSION]: { prioritize_non_tool_grade: true } });
    expect(decide(polite, { grade: seeded })).toMatchObject({ grade: { score: 41, row: { score: 88, maximum: 100 } } });
    const again = score({ gradingProgress: 'NotReady', scoreGiven: null, [EXTENSION]: { preserve_score: true } });
    expect(decide(again, { grade: seeded })).toMatchObject({ grade: { score: 41, row: { score: null } } });
  });

  test('replaces a teacher’s grade, unless told to let it win', () => {
    expect(decide(score(), { grade: seeded })).toMatchObject({ grade: { score: 44, setBy: 'tool' } });
    const polite = score({ [EXTENSION]: { prioritize_non_tool_grade: true } });
    expect(decide(polite, { grade: seeded })).toMatchObject({ grade: { score: 41, setBy: 'instructor' } });
    // Its own as well.
    const ours: Grade = { ...seeded, setBy: 'tool' };
    expect(decide(polite, { grade: ours })).toMatchObject({ grade: { score: 41, setBy: 'tool' } });
  });
});
