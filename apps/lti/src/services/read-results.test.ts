import { describe, expect, test } from 'vitest';
import { moodleCapture } from '../testing/captures.js';
import { parseResults } from './read-results.js';

const captured = (name: string) => parseResults(JSON.stringify(moodleCapture(name).body));

describe('the grades in a column', () => {
  test('are read as Moodle sends them, typed ones too', () => {
    expect(captured('ags-results-grade-typed-by-instructor')).toEqual([
      {
        subject: '5',
        scorePercent: 88,
        stepPercent: null,
        comment: '16 RTI hours credited',
        gradedAt: '2026-11-23T00:32:46.000Z',
      },
      {
        subject: '6',
        scorePercent: 91,
        stepPercent: null,
        comment: 'typed by teacher',
        gradedAt: '2026-11-23T00:34:59.000Z',
      },
    ]);
    expect(captured('ags-results')).toHaveLength(1);
    expect(captured('ags-results-empty')).toEqual([]);
  });

  test('are unknown, not zero, where one was removed', () => {
    expect(captured('ags-results-grade-removed')).toEqual([
      { subject: '6', scorePercent: null, stepPercent: null, comment: null, gradedAt: null },
    ]);
  });

  test.each([
    [{ resultScore: 17, resultMaximum: 20 }, 85],
    [{ resultScore: 0.925 }, 92.5],
    [{ resultScore: 0, resultMaximum: 100 }, 0],
    [{ resultScore: 130, resultMaximum: 100 }, 100],
    [{ resultScore: 2, resultMaximum: 3 }, 66.67],
    [{ resultScore: 5, resultMaximum: 0 }, null],
    [{ resultScore: null, resultMaximum: 100 }, null],
  ])('of %j are %s percent', (result, percent) => {
    expect(parseResults(JSON.stringify([{ userId: 'a', ...result }]))[0]?.scorePercent).toBe(percent);
  });

  test.each([
    [{ resultScore: 1, resultMaximum: 2 }, 50],
    [{ resultScore: 5, resultMaximum: 5 }, 20],
    [{ resultScore: 1.9, resultMaximum: 2 }, null],
    [{ resultScore: 9, resultMaximum: 10 }, null],
    [{ resultScore: 1 }, null],
    [{ resultMaximum: 2 }, null],
  ])('of %j may be steps of a scale, %s percent apart', (result, step) => {
    expect(parseResults(JSON.stringify([{ userId: 'a', ...result }]))[0]?.stepPercent).toBe(step);
  });
});
