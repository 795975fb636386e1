import type { Jobs, LtiStore } from '@journeybook/database/lti';
import { handlerAddress } from '../notices/subscribe-to-notices.js';

export interface SubscribeDueTools {
  readonly store: LtiStore;
  readonly jobs: Jobs;
  readonly config: { readonly publicUrl: string };
}

const mostAtOnce = 500;

/**
 * Has every platform asked to tell us of copied courses whose launches said that it can, once a week at most, and again when our address
 * is another one. The servers may all ask; each deployment is taken by one. Answers how many there were.
 */
export async function subscribeDue({ store, jobs, config }: SubscribeDueTools, now: Date): Promise<number> {
  const due = await store.notices.claimDue(handlerAddress(config.publicUrl), now, mostAtOnce);
  for (const deployment of due) await jobs.send('subscribe-notices', { deployment }, { key: deployment });
  return due.length;
}
