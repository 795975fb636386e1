import { lmsEndpoints } from '@journeybook/contracts';
import type { PutOff, ServiceContext } from '@journeybook/database/lti';
import type { Instant } from '@journeybook/domain';
import type { Logger } from 'pino';
import { explainPlatformError } from '../protocol/explain-error.js';
import { PlatformError } from '../protocol/platform-error.js';
import { readResults, type ReadResultsTools } from '../results/read-results.js';
import { readRoster, type Shrunk } from '../roster/read-roster.js';
import { type Later, takeTurn, type TurnTools } from '../turns/take-turn.js';

export interface ReadCourseTools extends TurnTools, ReadResultsTools {
  readonly log: Logger;
}

export interface CourseToRead {
  readonly contextId: string;
  /** When a person asked for it, by the database's clock; null when nobody did. */
  readonly askedAt?: Instant | null;
  /** Whether a launch has it read now. */
  readonly launched?: boolean;
  readonly attempt?: number;
}

type ReadJob = 'roster' | 'results';

/**
 * Reads one course's roster and reports it; its grades are read afterwards, by a job of their own, so that neither is asked for again
 * because the other failed (lti.md §7.4). What went wrong is reported in a sentence for the instructor; answers when it has to wait.
 * A course that the platform has closed is not asked for again. Throws when the API does not answer now.
 */
export async function readCourseRoster(tools: ReadCourseTools, course: CourseToRead): Promise<PutOff | null> {
  const { contextId, askedAt = null, launched = false } = course;
  return readInTurn(tools, course, {
    job: 'roster',
    async read(turn, context) {
      if (!context.rosterUrl) return;
      const shrunk = await readRoster(turn, context, { askedAt });
      if (shrunk) await reportShrunk(turn, context, shrunk);
    },
    afterwards: () => tools.jobs.send('read-results', { contextId, askedAt, launched }, { key: keyOf(course) }),
  });
}

/** Reads the grades in one course's column and reports them; refusals and waiting as of its roster. */
export const readCourseResults = (tools: ReadCourseTools, course: CourseToRead): Promise<PutOff | null> =>
  readInTurn(tools, course, { job: 'results', read: readResults });

// One waiting job is kept per key; what a person waits for has one that no reading keeps once an outage puts it off.
const keyOf = ({ contextId, askedAt, launched }: CourseToRead) => {
  if (askedAt) return `asked ${contextId}`;
  return launched ? `launched ${contextId}` : contextId;
};

const keyAfterOutage = ({ contextId, askedAt }: CourseToRead) => (askedAt ? `asked before ${contextId}` : contextId);

interface Reading {
  readonly job: ReadJob;
  readonly read: (turn: ReadCourseTools, context: ServiceContext) => Promise<void>;
  /** What is done once the platform has answered, whatever it answered, or failed to for the first time, while the course is open. */
  readonly afterwards?: () => Promise<void>;
}

async function readInTurn(
  tools: ReadCourseTools,
  course: CourseToRead,
  { job, read, afterwards }: Reading,
): Promise<PutOff | null> {
  const { contextId, attempt = 0 } = course;
  const context = await tools.store.contexts.find(contextId);
  if (!context) {
    tools.log.warn({ contextId, job }, 'a course was to be read that is not known');
    return null;
  }
  if (context.closed) return reportFailure(tools, context, { job, kind: 'closed' });
  let open = true;
  const later = await takeTurn(tools, {
    registrationId: context.registration.id,
    job,
    attempt,
    work: async (turn) => {
      open = await reporting(turn, context, { job, read: () => read(turn, context) });
      return null;
    },
  });
  if (!later) {
    if (open) await afterwards?.();
    return null;
  }
  // A platform may have a service that never answers in time, and another that does.
  if (later.why === 'failed' && attempt === 0) await afterwards?.();
  if (later.why === 'open') await reportFailure(tools, context, { job, kind: 'retry' });
  return putOff(course, later);
}

function putOff(course: CourseToRead, { why, inMilliseconds }: Later): PutOff {
  const { contextId, askedAt = null, launched = false, attempt = 0 } = course;
  if (why === 'busy') return { data: { contextId, askedAt, launched, attempt }, inMilliseconds, key: keyOf(course) };
  const next = attempt + (why === 'failed' ? 1 : 0);
  return { data: { contextId, askedAt, attempt: next }, inMilliseconds, key: keyAfterOutage(course) };
}

/** Whether the course is open, as far as is known. */
async function reporting(
  tools: ReadCourseTools,
  context: ServiceContext,
  { job, read }: { job: ReadJob; read: () => Promise<void> },
): Promise<boolean> {
  try {
    await read();
    return true;
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
    return !isClosed;
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

// Noted once it is told: whoever asks before that has not seen it.
async function reportShrunk(
  { record, store }: ReadCourseTools,
  context: ServiceContext,
  { from, to }: Shrunk,
): Promise<void> {
  const at = new Date().toISOString();
  const message = `The learning platform lists only ${to} people now, after ${from} before. Nobody was taken off the list here. If that is right, read the list again.`;
  await record(lmsEndpoints.reportSyncFailure, {
    body: { contextId: context.id, job: 'roster', at, kind: 'roster-shrunk', message },
  });
  await store.contexts.rosterShrank(context.id);
}
