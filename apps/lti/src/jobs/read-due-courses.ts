import type { Jobs, LtiStore } from '@journeybook/database/lti';

const mostAtOnce = 500;

/**
 * Has every course read that is due: each night, and shortly before it ends. The servers may all ask; each course is taken by one.
 * Answers how many there were.
 */
export async function readDueCourses(
  { store, jobs }: { readonly store: LtiStore; readonly jobs: Jobs },
  now: Date,
): Promise<number> {
  const due = await store.contexts.claimDue(now, mostAtOnce);
  for (const contextId of due) await jobs.send('read-roster', { contextId }, { key: contextId });
  return due.length;
}
