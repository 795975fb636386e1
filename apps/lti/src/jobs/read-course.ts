import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { ServiceContext } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import { readResults } from '../results/read-results.js';
import { readRoster } from '../roster/read-roster.js';
import type { ColumnTools } from '../services/find-column.js';

export interface ReadCourseTools extends ColumnTools {
  readonly record: Client;
  readonly log: Logger;
}

/**
 * Reads one course's roster, then the grades in our column, and reports what was read or, in a sentence for the instructor,
 * what went wrong. Throws when it is to be tried again: the platform or the API does not answer now.
 */
export async function readCourse(tools: ReadCourseTools, contextId: string): Promise<void> {
  const context = await tools.store.contexts.find(contextId);
  if (!context) {
    tools.log.warn({ contextId }, 'a roster was asked for that belongs to no known course');
    return;
  }
  await tools.store.exclusively(`registration:${context.registration.id}`, async () => {
    await reporting(tools, context, 'roster', () => readRoster(tools, context));
    await reporting(tools, context, 'results', () => readResults(tools, context));
  });
}

async function reporting(
  { record, log }: ReadCourseTools,
  context: ServiceContext,
  job: 'roster' | 'results',
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { kind } = error;
    log.warn({ contextId: context.id, job, kind, seen: error.message }, 'a course could not be read');
    await record(lmsEndpoints.reportSyncFailure, {
      body: {
        contextId: context.id,
        job,
        at: new Date().toISOString(),
        kind,
        message: explainPlatformError(job, kind),
      },
    });
    if (kind === 'retry') throw error;
  }
}
