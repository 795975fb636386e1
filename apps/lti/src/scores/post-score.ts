import type { ScoreDelivery } from '@journeybook/contracts';
import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { mediaType, scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { partOf } from '../protocol/service-url.js';
import { callService } from '../services/call-service.js';
import { ensureColumn, type ColumnTools } from '../services/find-column.js';
import { readColumnResults } from '../services/read-results.js';
import { withColumn } from '../services/with-column.js';
import { buildScore, stepMilliseconds } from './build-score.js';

/** `kept-grade`: the platform has a grade, and the score is only a mark of completion, which is worth less. */
export type PostedScore = 'delivered' | 'kept-grade';

/**
 * Puts one score into the course's gradebook; done twice, it is there once. When the platform holds something as new or newer,
 * the score counts as delivered if that is the same grade. Throws `PlatformError`.
 */
export function postScore(tools: ColumnTools, context: ServiceContext, delivery: ScoreDelivery): Promise<PostedScore> {
  return withColumn(
    tools,
    () => ensureColumn(tools, context, delivery.column),
    async (column) => {
      const judge = () => judgeHeldGrade(tools, context, delivery, column);
      // Canvas is told to keep a typed grade; the others overwrite it, in some columns at least (lti.md 4.4).
      const asksFirst = !delivery.graded && context.registration.profile !== 'canvas';
      const before = asksFirst ? await judge() : null;
      if (before) return before;
      try {
        await send(tools, context, delivery, column);
        return 'delivered';
      } catch (error) {
        if (!(error instanceof PlatformError) || error.kind !== 'superseded') throw error;
        const after = await judge();
        if (after) return after;
        throw error;
      }
    },
  );
}

async function send(
  tools: ColumnTools,
  context: ServiceContext,
  delivery: ScoreDelivery,
  column: LineItem,
): Promise<void> {
  const { profile } = context.registration;
  const at = await tools.store.lineItems.reserveScoreTime({
    lineItemId: column.id,
    subject: delivery.subject,
    deliveryId: delivery.id,
    // The confirmation's time, not now: a score on its way for a day must not overwrite what was typed meanwhile.
    notBefore: new Date(delivery.decidedAt),
    stepMilliseconds: stepMilliseconds(profile),
  });
  await callService(tools, context, {
    service: 'scores',
    method: 'POST',
    url: partOf(column.url, 'scores'),
    scopes: [scope.score],
    accept: mediaType.score,
    contentType: mediaType.score,
    body: buildScore(delivery, profile, at),
  });
}

/** What becomes of the score by the grade that the platform holds; null when that settles nothing. */
async function judgeHeldGrade(
  tools: ColumnTools,
  context: ServiceContext,
  delivery: ScoreDelivery,
  column: LineItem,
): Promise<PostedScore | null> {
  const [result] = await readColumnResults(tools, context, column, delivery.subject);
  const percent = result?.scorePercent ?? null;
  if (delivery.scorePercent === null) return percent === null ? 'delivered' : null;
  if (percent === null) return null;
  if (Math.abs(percent - delivery.scorePercent) < 0.01) return 'delivered';
  return delivery.graded ? null : 'kept-grade';
}
