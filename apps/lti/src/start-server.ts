import { faultLine } from '@journeybook/database/lti';
import type { INestApplication } from '@nestjs/common';
import type { Config } from './config.js';
import { createApp } from './create-app.js';
import { readDueCourses } from './jobs/read-due-courses.js';
import { subscribeDue } from './jobs/subscribe-due.js';
import { workJobs } from './jobs/work-jobs.js';
import { createParts, type Parts } from './parts.js';

export interface RunningServer {
  readonly parts: Parts;
  /** Ends what is under way and closes every connection. */
  close(): Promise<void>;
}

const housekeepingMilliseconds = 10 * 60_000;

/** Starts the server and the jobs. Throws when the port is taken, or the database or the keys cannot be used. */
export async function startServer(config: Config, now?: () => Date): Promise<RunningServer> {
  const parts = await createParts(config, now);
  let app: INestApplication | null = null;
  const close = async () => {
    // Platforms read our keys before they let us in, so these are there before and after anything is asked.
    await parts.jobs.stopWorking();
    await app?.close();
    await parts.close();
  };
  try {
    app = await createApp(parts);
    await app.listen(config.port, config.host);
    await workJobs(parts.jobs, parts);
  } catch (error) {
    await close();
    throw error;
  }
  const timer = setInterval(() => void keepHouse(parts), housekeepingMilliseconds).unref();
  return {
    parts,
    close() {
      clearInterval(timer);
      return close();
    },
  };
}

async function keepHouse({ store, jobs, toolKeys, log, config }: Parts): Promise<void> {
  try {
    await store.states.deleteExpired();
    await store.notices.deleteOldCopies(new Date());
    await toolKeys.rotate();
    await readDueCourses({ store, jobs }, new Date());
    await subscribeDue({ store, jobs, config }, new Date());
  } catch (error) {
    log.warn({ error: faultLine(error) }, 'housekeeping failed; it is tried again');
  }
}
