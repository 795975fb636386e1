import { describe, expect, test } from 'vitest';
import { scoreAfterReversal, type WrittenMark } from './score-after-reversal.js';

const delivered = (percent: number | null, graded = true): WrittenMark => ({
  percent,
  graded,
  state: 'delivered',
  kept: percent,
});

describe('the score after a confirmation was taken back', () => {
  test.each([true, false])('is taken away where nothing was before (a grade: %s)', (graded) => {
    expect(scoreAfterReversal(delivered(100, graded), null)).toEqual({ percent: null });
  });
  test.each([90, 40])('is the grade that was there before: 40, where %i was written', (percent) => {
    expect(scoreAfterReversal(delivered(percent), 40)).toEqual({ percent: 40 });
  });
  test('is taken away when an earlier one of ours may still be there', () => {
    expect(scoreAfterReversal({ ...delivered(90), state: 'refused', kept: 70 }, null)).toEqual({ percent: null });
  });
  test.each([
    ['nothing was written', null, 40],
    ['it was taken away already', delivered(null), 40],
    ['a mark of completion left the grade alone', delivered(100, false), 88],
    ['the gradebook refused it and never had one', { ...delivered(85), state: 'refused', kept: null }, 40],
    ['the gradebook refused it, and nothing was before', { ...delivered(85), state: 'refused', kept: null }, null],
  ] as const)('needs nothing where %s', (_, written, before) => {
    expect(scoreAfterReversal(written, before)).toBeNull();
  });
});
