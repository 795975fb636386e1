import { describe, expect, test } from 'vitest';
import { type Judgement, judgeBefore, judgeRefused } from './judge-held-grade.js';

const graded = { scorePercent: 80, graded: true };
const mark = { scorePercent: 100, graded: false };
const taken = { scorePercent: null, graded: false };
type Row = [string, typeof graded | typeof taken, number | null, number[], Judgement | null];

describe('before it is sent', () => {
  test.each<Row>([
    ['a score goes where nothing is', graded, null, [], null],
    ['a score that is there already is delivered', graded, 80.001, [], 'delivered'],
    ['a score goes over the one that was delivered before', graded, 60, [60], null],
    ['a score goes over one that was sent and never answered', graded, 70, [60, 70], null],
    ['a score does not go over a grade that is not ours', graded, 95, [60, 70], 'conflict'],
    ['a mark goes where nothing is', mark, null, [60], null],
    ['a mark goes over no grade', mark, 60, [60], 'kept-grade'],
    ['taking away what is not there is done', taken, null, [60], 'delivered'],
    ['our own score is taken away', taken, 60, [60], null],
    ['a grade that is not ours is not taken away', taken, 95, [60], 'kept-grade'],
    ['zero is no missing grade', taken, 0, [], 'kept-grade'],
  ])('%s', (_what, wanted, percent, ours, expected) => {
    expect(judgeBefore(wanted, { percent, ours })).toBe(expected);
  });
});

describe('refused as older', () => {
  test.each<Row>([
    ['a score that is there is delivered', graded, 80, [], 'delivered'],
    ['another grade is a conflict', graded, 95, [60], 'conflict'],
    ['a grade that was removed later is a conflict', graded, null, [60], 'conflict'],
    ['a mark leaves the grade', mark, 95, [], 'kept-grade'],
    ['a mark where a grade was removed later is a conflict', mark, null, [], 'conflict'],
    ['taking away leaves the grade', taken, 95, [], 'kept-grade'],
    ['taking away what was removed is done', taken, null, [], 'delivered'],
  ])('%s', (_what, wanted, percent, ours, expected) => {
    expect(judgeRefused(wanted, { percent, ours })).toBe(expected);
  });
});
