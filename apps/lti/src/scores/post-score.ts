import type { ScoreDelivery } from '@journeybook/contracts';
import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { scope } from '../protocol/claim-names.js';
import { PlatformError } from '../protocol/platform-error.js';
import { type ColumnTools, ensureColumn } from '../services/find-column.js';
import { readColumnResults } from '../services/read-results.js';
import { sendScore } from '../services/send-score.js';
import { withColumn } from '../services/with-column.js';
import type { TurnTools } from '../turns/take-turn.js';
import { buildScore, stepMilliseconds } from './build-score.js';
import { isSame } from '../protocol/held-percent.js';
import { type HeldGrade, type Judgement, judgeBefore, judgeRefused } from './judge-held-grade.js';

/**
 * `kept-grade` – the platform has a grade that is worth more; `conflict` – it has one that came later, or may have;
 * `overridden` – it took the score and goes on showing what somebody typed.
 */
export type PostedScore = Judgement | 'overridden';

interface Place {
  readonly tools: TurnTools & ColumnTools;
  readonly context: ServiceContext;
  readonly delivery: ScoreDelivery;
  readonly column: LineItem;
}

/**
 * Puts one score into the course's gradebook; done twice, it is there once. When the platform holds something as new or newer,
 * the score counts as delivered if that is the same grade. Throws `PlatformError`.
 */
export function postScore(
  tools: TurnTools & ColumnTools,
  context: ServiceContext,
  delivery: ScoreDelivery,
): Promise<PostedScore> {
  return withColumn(tools, { context, find: () => ensureColumn(tools, context, delivery.column) }, async (column) => {
    const place = { tools, context, delivery, column };
    const posted = await post(place);
    if (posted === 'delivered')
      await tools.store.lineItems.scoreArrived(column.id, delivery.subject, delivery.scorePercent);
    return posted;
  });
}

async function post(place: Place): Promise<PostedScore> {
  const { context, delivery } = place;
  if (asksFirst(place)) {
    const before = judgeBefore(delivery, await readHeld(place));
    if (before) return before;
  }
  try {
    await send(place);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'superseded') throw error;
    return judgeRefused(delivery, await readHeld(place));
  }
  // Moodle answers 200 for the column of an activity and keeps what was typed there (lti.md 4.4).
  const mayKeep = context.registration.profile === 'moodle' && place.column.source === 'link';
  return mayKeep && mayRead(context) ? judgeShown(place) : 'delivered';
}

const mayRead = ({ scopes }: ServiceContext) => scopes.includes(scope.resultRead);

/**
 * Whether the grade that the platform holds is looked at before anything is sent: always where it is to stay, which is before a mark of
 * completion and before a score is taken away or an earlier one brought back. Over what is older, Moodle refuses a score; Canvas compares it with our own scores alone,
 * so that what is late is for us to look at.
 */
function asksFirst({ tools, context, delivery }: Place): boolean {
  if (!mayRead(context)) return false;
  if (delivery.scorePercent === null || !delivery.graded || delivery.restores) return true;
  const isLate = Date.now() - Date.parse(delivery.decidedAt) > tools.pace.lateMilliseconds;
  return context.registration.profile !== 'moodle' && isLate;
}

async function readHeld({ tools, context, delivery, column }: Place): Promise<HeldGrade> {
  const [result] = await readColumnResults(tools, context, column, delivery.subject);
  const sent = await tools.store.lineItems.sentScores(column.id, [delivery.subject]);
  return {
    percent: result?.scorePercent ?? null,
    stepPercent: result?.stepPercent ?? null,
    ours: sent.get(delivery.subject) ?? [],
  };
}

async function send({ tools, context, delivery, column }: Place): Promise<void> {
  const { profile } = context.registration;
  const at = await tools.store.lineItems.reserveScoreTime({
    lineItemId: column.id,
    subject: delivery.subject,
    deliveryId: delivery.id,
    // The confirmation's time, not now: a score on its way for a day must not overwrite what was typed meanwhile.
    notBefore: new Date(delivery.decidedAt),
    stepMilliseconds: stepMilliseconds(profile),
    percent: delivery.scorePercent,
  });
  await sendScore(tools, context, { column, body: buildScore(delivery, profile, at) });
}

async function judgeShown(place: Place): Promise<PostedScore> {
  const { delivery } = place;
  const held = await readHeld(place);
  // Moodle tells 0 and no grade alike.
  if (isSame(held, delivery.scorePercent) || held.percent === null) return 'delivered';
  return delivery.graded ? 'overridden' : 'kept-grade';
}
