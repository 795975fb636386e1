import type { ScoreDelivery } from '@journeybook/contracts';
import type { PlatformProfile } from '@journeybook/database/lti';
import { canvasSubmission } from '../protocol/claim-names.js';

/**
 * The score as AGS 2.0 wants it. A score is complete and fully graded: with anything less both platforms erase what stands in the
 * gradebook (lti.md 4.4), which is just what a score that is taken away is to do.
 */
export function buildScore(delivery: ScoreDelivery, profile: PlatformProfile, at: Date): Record<string, unknown> {
  const { scorePercent, subject, comment } = delivery;
  return {
    userId: subject,
    ...(scorePercent === null ? {} : { scoreGiven: scorePercent }),
    scoreMaximum: 100,
    comment,
    timestamp: at.toISOString(),
    activityProgress: scorePercent === null ? 'Initialized' : 'Completed',
    gradingProgress: scorePercent === null ? 'NotReady' : 'FullyGraded',
    ...(profile === 'canvas' ? { [canvasSubmission]: forCanvas(delivery) } : {}),
  };
}

const forCanvas = ({ graded }: ScoreDelivery) => ({
  // Canvas would otherwise note an attempt by the learner, who did nothing.
  new_submission: false,
  // A mark of completion is worth less than a grade that the instructor typed (lti.md 4.4).
  ...(graded ? {} : { prioritize_non_tool_grade: true }),
});

/** How much later a score must be to count as later: Moodle compares whole seconds (lti.md 4.4). */
export const stepMilliseconds = (profile: PlatformProfile): number => (profile === 'moodle' ? 1_000 : 1);
