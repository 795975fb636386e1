import { type Client, lmsEndpoints, ProblemError, type ScoreDelivery } from '@journeybook/contracts';
import type { PutOff, ServiceContext } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import { readColumnResults } from '../services/read-results.js';
import { pauseAfter } from '../turns/pause.js';
import { takeTurn, type TurnTools } from '../turns/take-turn.js';
import { type PostedScore, postScore } from './post-score.js';

export interface DeliverScoreTools extends TurnTools {
  readonly record: Client;
  readonly log: Logger;
}

interface Outcome {
  readonly outcome: 'delivered' | 'refused' | 'will-retry';
  readonly kind: string;
  readonly message: string;
}

/** What came of a delivery so far. */
export interface Tried {
  /** How often the platform did not answer. */
  readonly attempt: number;
  /** How often it refused in a way that may pass. */
  readonly refusals: number;
}

interface Delivering {
  readonly context: ServiceContext;
  readonly delivery: ScoreDelivery;
  readonly refusals: number;
}

/**
 * So often a platform may refuse before a person is told. A grade that fails each time is locked (lti.md §7.4). What looks like a
 * setting, over about ten minutes, may be a page of maintenance in place of a token, or our own keys out of its reach for a moment.
 */
const triesBeforeRefused: Partial<Record<PlatformError['kind'], number>> = { locked: 3, configuration: 8 };

/**
 * Delivers one score that the API has decided on and reports how it went; answers when it has to wait. One whose place a newer
 * score has taken is not delivered. Throws when the API does not answer now.
 */
export async function deliverScore(
  tools: DeliverScoreTools,
  deliveryId: string,
  { attempt, refusals }: Tried = { attempt: 0, refusals: 0 },
): Promise<PutOff | null> {
  const first = await readDelivery(tools, deliveryId);
  if (first?.state !== 'waiting') return null;
  const context = await tools.store.contexts.find(first.contextId);
  if (!context) return report(tools, deliveryId, courseUnknown);
  if (context.closed) return report(tools, deliveryId, refusedAs('closed'));
  const later = await takeTurn(tools, {
    registrationId: context.registration.id,
    job: 'score',
    attempt,
    work: async (turn) => {
      // Another server may have delivered it, or a newer one have come in, while this one waited for its turn.
      const delivery = await readDelivery(tools, deliveryId);
      return delivery?.state === 'waiting' ? deliver(turn, { context, delivery, refusals }) : null;
    },
  });
  if (!later) return null;
  if (later.why === 'open' && attempt === 0) await report(tools, deliveryId, willRetry);
  const tried: Tried = {
    attempt: attempt + (later.why === 'failed' ? 1 : 0),
    refusals: refusals + (later.why === 'unfinished' ? 1 : 0),
  };
  return { data: { deliveryId, ...tried }, inMilliseconds: later.inMilliseconds };
}

async function deliver(tools: DeliverScoreTools, delivering: Delivering): Promise<number | null> {
  const { context, delivery } = delivering;
  let posted: PostedScore;
  try {
    posted = await postScore(tools, context, delivery);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return notDelivered(tools, delivering, error);
  }
  return report(tools, delivery.id, outcomes[posted]);
}

async function notDelivered(
  tools: DeliverScoreTools,
  { context, delivery, refusals }: Delivering,
  error: PlatformError,
): Promise<number | null> {
  tools.log.warn({ delivery: delivery.id, kind: error.kind, seen: error.message }, 'a score was not delivered');
  // Only Moodle fails for ever on a locked grade; elsewhere a 500 is an accident.
  const isAccident = error.kind === 'locked' && context.registration.profile === 'canvas';
  if (error.kind === 'retry' || isAccident) {
    await report(tools, delivery.id, willRetry);
    throw isAccident ? new PlatformError({ kind: 'retry', seen: error.message }, { cause: error }) : error;
  }
  if (error.kind === 'locked') await checkReading(tools, { context, delivery });
  if (error.kind === 'configuration')
    await tools.store.health.noteProblem(context.registration.id, {
      kind: error.kind,
      words: explainPlatformError('score', error.kind),
    });
  if (refusals + 1 < (triesBeforeRefused[error.kind] ?? 1)) {
    await report(tools, delivery.id, againAfter(error.kind));
    return pauseAfter(refusals + 1, { pace: tools.pace, retryAfterSeconds: null });
  }
  if (error.courseEnded) await tools.store.contexts.close(context.id);
  return report(tools, delivery.id, refusedAs(error.kind));
}

/** Throws `PlatformError` when reading fails as well: then it is not the grade that is locked but the platform that is down. */
async function checkReading(
  tools: DeliverScoreTools,
  { context, delivery }: Pick<Delivering, 'context' | 'delivery'>,
): Promise<void> {
  const column = await tools.store.lineItems.find(context.id);
  if (column) await readColumnResults(tools, context, column, delivery.subject);
}

async function readDelivery({ record }: DeliverScoreTools, delivery: string): Promise<ScoreDelivery | null> {
  try {
    return await record(lmsEndpoints.readScoreDelivery, { params: { delivery } });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

async function report({ record }: DeliverScoreTools, delivery: string, outcome: Outcome): Promise<null> {
  await record(lmsEndpoints.reportScoreOutcome, {
    params: { delivery },
    body: { ...outcome, at: new Date().toISOString() },
  });
  return null;
}

const refusedAs = (kind: PlatformError['kind']): Outcome => ({
  outcome: 'refused',
  kind,
  message: explainPlatformError('score', kind),
});

const againAfter = (kind: PlatformError['kind']): Outcome => ({ ...refusedAs(kind), outcome: 'will-retry' });

const willRetry = againAfter('retry');

const outcomes: Record<PostedScore, Outcome> = {
  delivered: { outcome: 'delivered', kind: 'delivered', message: 'The grade is in the gradebook.' },
  'kept-grade': {
    outcome: 'delivered',
    kind: 'kept-grade',
    message: "The learning platform's own grade was kept, since nobody here gave a grade in its place.",
  },
  conflict: refusedAs('superseded'),
  overridden: {
    outcome: 'refused',
    kind: 'overridden',
    message:
      'The gradebook goes on showing a grade that was typed there. Change it there, or remove it there and push again.',
  },
};

const courseUnknown: Outcome = {
  outcome: 'refused',
  kind: 'course-unknown',
  message:
    'The grade could not be delivered: open Journeybook once from the course in your learning platform, then push it again.',
};
