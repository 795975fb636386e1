import type { ScoreDelivery } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { buildScore } from './build-score.js';

const delivery: ScoreDelivery = {
  id: '70000000-0000-7000-8000-000000000001',
  state: 'waiting',
  contextId: '70000000-0000-7000-8000-000000000002',
  subject: 'u-1',
  scorePercent: 88,
  graded: true,
  restores: false,
  comment: '24 RTI hours credited',
  column: { label: 'RTI', resourceId: '2031/RTI03' },
  decidedAt: '2026-03-04T15:00:00.000Z' as ScoreDelivery['decidedAt'],
};
const at = new Date('2026-03-04T15:00:00.000Z');

describe('a score', () => {
  test('is complete and graded, with a comment that says how many hours were credited', () => {
    expect(buildScore(delivery, 'moodle', at)).toEqual({
      userId: 'u-1',
      scoreGiven: 88,
      scoreMaximum: 100,
      comment: '24 RTI hours credited',
      timestamp: '2026-03-04T15:00:00.000Z',
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
    });
  });
  test.each(['canvas', 'moodle'] as const)('that is taken away gives %s neither a score nor a grade', (profile) => {
    const score = buildScore({ ...delivery, scorePercent: null }, profile, at);
    expect(score).toMatchObject({ activityProgress: 'Initialized', gradingProgress: 'NotReady' });
    expect(Object.keys(score)).not.toContain('scoreGiven');
  });
});
