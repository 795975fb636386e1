import { describe, expect, test } from 'vitest';
import { type HeldGrade, type Judgement, judgeBefore, judgeRefused } from './judge-held-grade.js';

const graded = { scorePercent: 80, graded: true, restores: false };
const mark = { scorePercent: 100, graded: false, restores: false };
const taken = { scorePercent: null, graded: false, restores: false };
const back = { scorePercent: 80, graded: true, restores: true };
const takenBack = { scorePercent: null, graded: true, restores: true };
type Row = [string, typeof graded | typeof taken, HeldGrade, Judgement | null];

const held = (percent: number | null, ours: number[] = [], stepPercent: number | null = null): HeldGrade => ({
  percent,
  stepPercent,
  ours,
});

describe('before it is sent', () => {
  test.each<Row>([
    ['a score goes where nothing is', graded, held(null), null],
    ['a score that is there already is delivered', graded, held(80.001), 'delivered'],
    ['a score that a scale has rounded is there already', graded, held(100, [], 50), 'delivered'],
    ['a score goes over another step of a scale that is ours', graded, held(50, [66], 33), null],
    ['a score does not go over a step of a scale that is not ours', graded, held(33, [100], 33), 'conflict'],
    ['a score goes over the one that was delivered before', graded, held(60, [60]), null],
    ['a score goes over one that was sent and never answered', graded, held(70, [60, 70]), null],
    ['a score does not go over a grade that is not ours', graded, held(95, [60, 70]), 'conflict'],
    ['a mark goes where nothing is', mark, held(null, [60]), null],
    ['a mark goes over no grade', mark, held(60, [60]), 'kept-grade'],
    ['taking away what is not there is done', taken, held(null, [60]), 'delivered'],
    ['our own score is taken away', taken, held(60, [60]), null],
    ['a grade that is not ours is not taken away', taken, held(95, [60]), 'kept-grade'],
    ['what is brought back takes the place of ours', back, held(60, [60]), null],
    ['what is brought back replaces the same grade of ours', back, held(80, [80]), null],
    ['what was never gone is brought back', back, held(80, [60]), 'delivered'],
    ['what is brought back leaves a grade that is not ours', back, held(95, [60]), 'kept-grade'],
    ['what is brought back does not go where ours was removed', back, held(null, [60]), 'kept-grade'],
    ['our own score is taken back', takenBack, held(60, [60]), null],
    ['taking back what is not there is done', takenBack, held(null, [60]), 'delivered'],
    ['a grade that is not ours is not taken back', takenBack, held(95, [60]), 'kept-grade'],
    ['zero is no missing grade', taken, held(0), 'kept-grade'],
  ])('%s', (_what, wanted, grade, expected) => {
    expect(judgeBefore(wanted, grade)).toBe(expected);
  });
});

describe('refused as older', () => {
  test.each<Row>([
    ['a score that is there is delivered', graded, held(80), 'delivered'],
    ['another grade is a conflict', graded, held(95, [60]), 'conflict'],
    ['a grade that was removed later is a conflict', graded, held(null, [60]), 'conflict'],
    ['a mark leaves the grade', mark, held(95), 'kept-grade'],
    ['a mark where a grade was removed later is a conflict', mark, held(null), 'conflict'],
    ['what is brought back leaves the grade', back, held(95, [60]), 'kept-grade'],
    ['what is brought back leaves nothing where a grade was removed', back, held(null), 'kept-grade'],
    ['taking away leaves the grade', taken, held(95), 'kept-grade'],
    ['taking away what was removed is done', taken, held(null), 'delivered'],
  ])('%s', (_what, wanted, grade, expected) => {
    expect(judgeRefused(wanted, grade)).toBe(expected);
  });
});
