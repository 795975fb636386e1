import { describe, expect, test } from 'vitest';
import { scoreAfterReversal } from './score-after-reversal.js';

describe('the score after a confirmation was taken back', () => {
  test.each([true, false])('is taken away where nothing was before (a grade: %s)', (graded) => {
    expect(scoreAfterReversal({ percent: 100, graded }, null)).toEqual({ percent: null });
  });
  test.each([90, 40])('is the grade that was there before: 40, where %i was written', (percent) => {
    expect(scoreAfterReversal({ percent, graded: true }, 40)).toEqual({ percent: 40 });
  });
  test.each([
    ['nothing was written', null, 40],
    ['it was taken away already', { percent: null, graded: true }, 40],
    ['a mark of completion left the grade alone', { percent: 100, graded: false }, 88],
  ] as const)('needs nothing where %s', (_, written, before) => {
    expect(scoreAfterReversal(written, before)).toBeNull();
  });
});
