import { type Client, lmsEndpoints, ProblemError, type ScoreDelivery } from '@journeybook/contracts';
import type { ServiceContext } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import type { ColumnTools } from '../services/find-column.js';
import { type PostedScore, postScore } from './post-score.js';

export interface DeliverScoreTools extends ColumnTools {
  readonly record: Client;
  readonly log: Logger;
}

interface Outcome {
  readonly outcome: 'delivered' | 'refused' | 'will-retry';
  readonly kind: string;
  readonly message: string;
}

/**
 * Delivers one score that the API has decided on and reports how it went. Throws when it is to be tried again: the platform or
 * the API does not answer now. One course at a time per registration, in any number of servers.
 */
export async function deliverScore(tools: DeliverScoreTools, deliveryId: string): Promise<void> {
  const first = await readDelivery(tools, deliveryId);
  if (first?.state !== 'waiting') return;
  const context = await tools.store.contexts.find(first.contextId);
  if (!context) return report(tools, deliveryId, courseUnknown);
  await tools.store.exclusively(`registration:${context.registration.id}`, async () => {
    // Another server may have delivered it while this one waited for its turn.
    const delivery = await readDelivery(tools, deliveryId);
    if (delivery?.state !== 'waiting') return;
    await deliver(tools, context, delivery);
  });
}

async function deliver(tools: DeliverScoreTools, context: ServiceContext, delivery: ScoreDelivery): Promise<void> {
  let posted: PostedScore;
  try {
    posted = await postScore(tools, context, delivery);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    tools.log.warn({ delivery: delivery.id, kind: error.kind, seen: error.message }, 'a score was not delivered');
    await report(tools, delivery.id, outcomeOf(error));
    if (error.kind === 'retry') throw error;
    return;
  }
  await report(tools, delivery.id, { outcome: 'delivered', kind: posted, message: sentences[posted] });
}

async function readDelivery({ record }: DeliverScoreTools, delivery: string): Promise<ScoreDelivery | null> {
  try {
    return await record(lmsEndpoints.readScoreDelivery, { params: { delivery } });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null;
    throw error;
  }
}

async function report({ record }: DeliverScoreTools, delivery: string, outcome: Outcome): Promise<void> {
  await record(lmsEndpoints.reportScoreOutcome, {
    params: { delivery },
    body: { ...outcome, at: new Date().toISOString() },
  });
}

const outcomeOf = ({ kind }: PlatformError): Outcome => ({
  outcome: kind === 'retry' ? 'will-retry' : 'refused',
  kind,
  message: explainPlatformError('score', kind),
});

const sentences: Record<PostedScore, string> = {
  delivered: 'The grade is in the gradebook.',
  'kept-grade': "The learning platform's own grade was kept, since completion was confirmed without a grade.",
};

const courseUnknown: Outcome = {
  outcome: 'refused',
  kind: 'course-unknown',
  message:
    'The grade could not be delivered: open Journeybook once from the course in your learning platform, then confirm again.',
};
