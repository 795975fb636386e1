import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { canvasSubmission } from '../protocol/claim-names.js';
import type { ServiceTools } from './call-service.js';
import { sendScore } from './send-score.js';

/** So old that no grade is older: a row that is made with it makes no later score too late. */
const beforeEverything = '2000-01-01T00:00:00.000Z';

/**
 * Makes Canvas keep a row for this person in our column, so that a grade that an instructor types afterwards can be read; says nothing,
 * changes no grade and makes no submission (lti.md 4.4, 5.1). A newer Canvas makes the row itself when the first grade is typed, and
 * refuses ours then. Throws `PlatformError`.
 */
export const makeRow = (
  tools: ServiceTools,
  context: ServiceContext,
  { column, subject }: { column: LineItem; subject: string },
): Promise<void> =>
  sendScore(tools, context, {
    column,
    body: {
      userId: subject,
      timestamp: beforeEverything,
      activityProgress: 'Initialized',
      gradingProgress: 'NotReady',
      [canvasSubmission]: { new_submission: false, preserve_score: true, submission_type: 'none' },
    },
  });
