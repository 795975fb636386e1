import type { ScoreDelivery } from '@journeybook/contracts';
import type { PlatformProfile } from '@journeybook/database/lti';

/**
 * The score as AGS 2.0 wants it. Complete and fully graded: with anything less both platforms erase what stands in the
 * gradebook (lti.md 4.4).
 */
export function buildScore(delivery: ScoreDelivery, profile: PlatformProfile, at: Date): Record<string, unknown> {
  return {
    userId: delivery.subject,
    ...(delivery.scorePercent === null ? takenAway : given(delivery.scorePercent)),
    comment: delivery.comment,
    timestamp: at.toISOString(),
    ...(profile === 'canvas' ? { 'https://canvas.instructure.com/lti/submission': forCanvas(delivery) } : {}),
  };
}

const given = (percent: number) => ({
  scoreGiven: percent,
  scoreMaximum: 100,
  activityProgress: 'Completed',
  gradingProgress: 'FullyGraded',
});

/** Both platforms empty the cell of somebody who is not graded (lti.md 4.4). */
const takenAway = { activityProgress: 'Initialized', gradingProgress: 'NotReady' };

const forCanvas = ({ graded }: ScoreDelivery) => ({
  // Canvas would otherwise note an attempt by the learner, who did nothing.
  new_submission: false,
  // A mark of completion is worth less than a grade that the instructor typed (lti.md 4.4).
  ...(graded ? {} : { prioritize_non_tool_grade: true }),
});

/** How much later a score must be to count as later: Moodle compares whole seconds (lti.md 4.4). */
export const stepMilliseconds = (profile: PlatformProfile): number => (profile === 'moodle' ? 1_000 : 1);
