import { lmsEndpoints } from '@journeybook/contracts';
import type { PutOff, ServiceContext } from '@journeybook/database/lti';
import type { Logger } from 'pino';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import { readResults, type ReadResultsTools } from '../results/read-results.js';
import { readRoster, type RosterReading } from '../roster/read-roster.js';
import { takeTurn, type TurnTools } from '../turns/take-turn.js';

export interface ReadCourseTools extends TurnTools, ReadResultsTools {
  readonly log: Logger;
}

export interface CourseToRead {
  readonly contextId: string;
  /** Whether a person asked for it. */
  readonly asked?: boolean;
  readonly attempt?: number;
}

type ReadJob = 'roster' | 'results';

/**
 * Reads one course's roster, then the grades in our column, and reports what was read or, in a sentence for the instructor,
 * what went wrong; answers when it has to wait. A course that the platform has closed is not asked for again. Throws when the API
 * does not answer now.
 */
export async function readCourse(
  tools: ReadCourseTools,
  { contextId, asked = false, attempt = 0 }: CourseToRead,
): Promise<PutOff | null> {
  const context = await tools.store.contexts.find(contextId);
  if (!context) {
    tools.log.warn({ contextId }, 'a roster was asked for that belongs to no known course');
    return null;
  }
  if (context.closed) return reportFailure(tools, context, { job: 'roster', kind: 'closed' });
  const later = await takeTurn(tools, {
    registrationId: context.registration.id,
    job: 'roster',
    attempt,
    work: (turn) => readBoth(turn, context, asked),
  });
  if (later?.why === 'open') await reportFailure(tools, context, { job: 'roster', kind: 'retry' });
  const next = attempt + (later?.why === 'failed' ? 1 : 0);
  const key = asked ? `asked ${contextId}` : contextId;
  return later && { data: { contextId, asked, attempt: next }, inMilliseconds: later.inMilliseconds, key };
}

async function readBoth(tools: ReadCourseTools, context: ServiceContext, asked: boolean): Promise<null> {
  const roster = await reporting(tools, context, 'roster', () => readRoster(tools, context, { asked }));
  if (roster === 'closed') return null;
  if (roster?.shrank) await reportShrunk(tools, context, roster.shrank);
  const members = roster?.members ?? [];
  await reporting(tools, context, 'results', () => readResults(tools, context, members));
  return null;
}

/** What was read, `closed` when the platform has closed the course, null when something else went wrong. */
async function reporting<Read extends RosterReading | void>(
  tools: ReadCourseTools,
  context: ServiceContext,
  job: ReadJob,
  read: () => Promise<Read>,
): Promise<Read | 'closed' | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { kind } = error;
    tools.log.warn({ contextId: context.id, job, kind, seen: error.message }, 'a course could not be read');
    const isClosed = error.courseEnded;
    if (isClosed) await tools.store.contexts.close(context.id);
    if (kind === 'configuration')
      await tools.store.health.noteProblem(context.registration.id, { kind, words: explainPlatformError(job, kind) });
    await reportFailure(tools, context, { job, kind });
    if (kind === 'retry') throw error;
    return isClosed ? 'closed' : null;
  }
}

async function reportFailure(
  { record }: ReadCourseTools,
  context: ServiceContext,
  { job, kind }: { job: ReadJob; kind: PlatformError['kind'] },
): Promise<null> {
  const message = explainPlatformError(job, kind);
  const at = new Date().toISOString();
  await record(lmsEndpoints.reportSyncFailure, { body: { contextId: context.id, job, at, kind, message } });
  return null;
}

async function reportShrunk(
  { record }: ReadCourseTools,
  context: ServiceContext,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const at = new Date().toISOString();
  const message = `The learning platform lists only ${to} people now, after ${from} before. Nobody was taken off the list here. If that is right, read the list again.`;
  await record(lmsEndpoints.reportSyncFailure, {
    body: { contextId: context.id, job: 'roster', at, kind: 'roster-shrunk', message },
  });
}
