import type { LineItem, PutOff, ServiceContext } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { PlatformError } from '../protocol/platform-error.js';
import { makeRow } from '../services/make-row.js';
import { readColumnResults } from '../services/read-results.js';
import { takeTurn, type TurnTools } from '../turns/take-turn.js';

export interface SeedResultsTools extends TurnTools {
  readonly log: Logger;
}

/** So many in one turn, that scores on their way need not wait long. */
const mostInOneTurn = 20;

/**
 * Makes the rows in our column that are wanted, a few at a time and each once, and answers when it has to go on later. Nobody who
 * has one is asked for another, nor anybody for whom the platform refused it.
 */
export async function seedResults(
  tools: SeedResultsTools,
  { contextId, attempt = 0 }: { contextId: string; attempt?: number },
): Promise<PutOff | null> {
  const context = await tools.store.contexts.find(contextId);
  if (!context || context.closed) return null;
  const later = await takeTurn(tools, {
    registrationId: context.registration.id,
    job: 'results',
    attempt,
    work: (turn) => seedSome(turn, context),
  });
  return (
    later && {
      data: { contextId, attempt: attempt + (later.why === 'failed' ? 1 : 0) },
      inMilliseconds: later.inMilliseconds,
      key: contextId,
    }
  );
}

async function seedSome(tools: SeedResultsTools, context: ServiceContext): Promise<number | null> {
  const { lineItems } = tools.store;
  const column = await lineItems.find(context.id);
  if (!column) return null;
  const subjects = await lineItems.listSeeds(column.id, mostInOneTurn);
  const settled: string[] = [];
  try {
    // One whose answer was lost is there, and made again it would hide what was typed since: Canvas takes what is as old as the row.
    const there = new Set(subjects.length > 0 ? await listRows(tools, context, column) : []);
    for (const subject of subjects) {
      if (!there.has(subject)) await seedOne(() => makeRow(tools, context, { column, subject }));
      settled.push(subject);
    }
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind === 'retry') throw error;
    // The course or its column is closed to us; the next reading says so to the instructor.
    tools.log.warn({ contextId: context.id, kind: error.kind, seen: error.message }, 'rows could not be made');
    return null;
  } finally {
    await lineItems.settleSeeds(column.id, settled);
  }
  return subjects.length === mostInOneTurn ? 0 : null;
}

async function listRows(tools: SeedResultsTools, context: ServiceContext, column: LineItem): Promise<string[]> {
  const results = await readColumnResults(tools, context, column);
  return results.map(({ subject }) => subject);
}

// `superseded`: the row is there already; `rejected`: the person is no learner there.
async function seedOne(send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof PlatformError) || !['superseded', 'rejected'].includes(error.kind)) throw error;
  }
}
