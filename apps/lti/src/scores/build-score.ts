import type { ScoreDelivery } from '@journeybook/contracts';
import type { PlatformProfile } from '@journeybook/database/lti';

const canvasExtension = 'https://canvas.instructure.com/lti/submission';

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
    ...(profile === 'canvas' ? { [canvasExtension]: forCanvas(delivery) } : {}),
  };
}

const forCanvas = ({ graded }: ScoreDelivery) => ({
  // Canvas would otherwise note an attempt by the learner, who did nothing.
  new_submission: false,
  // A mark of completion is worth less than a grade that the instructor typed (lti.md 4.4).
  ...(graded ? {} : { prioritize_non_tool_grade: true }),
});

/** So old that no grade is older: a row that is made with it makes no later score too late. */
const beforeEverything = '2000-01-01T00:00:00.000Z';

/**
 * Makes Canvas keep a row for this person, so that what an instructor types can be read; says nothing, changes no grade and makes
 * no submission (lti.md 5.1).
 */
export const buildSeed = (subject: string): Record<string, unknown> => ({
  userId: subject,
  timestamp: beforeEverything,
  activityProgress: 'Initialized',
  gradingProgress: 'NotReady',
  [canvasExtension]: { new_submission: false, preserve_score: true, submission_type: 'none' },
});

/** How much later a score must be to count as later: Moodle compares whole seconds (lti.md 4.4). */
export const stepMilliseconds = (profile: PlatformProfile): number => (profile === 'moodle' ? 1_000 : 1);
