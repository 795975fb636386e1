import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { LtiStore, ServiceContext } from '@journeybook/database/lti';
import type { Instant } from '@journeybook/domain';
import { PlatformError } from '../protocol/platform-error.js';
import type { ServiceTools } from '../services/call-service.js';
import { readMembers } from '../services/read-members.js';

/** A roster that lost more than this share of its people waits for somebody's word (lti.md §7.4). */
const largestLoss = 0.3;

/** How much smaller a roster is than the one before. */
export interface Shrunk {
  readonly from: number;
  readonly to: number;
}

// Concluding a course of Canvas completes everybody's enrolment: names and roles go on answering, with nobody in them.
const nobodyLeft = () => new PlatformError({ kind: 'closed', seen: 'Canvas lists nobody any more', courseEnded: true });

/** Whether somebody asked after it was seen that many are missing; a job that is tried again brings no new word. */
const isTheirWord = (askedAt: Instant | null, { rosterShrunkAt }: ServiceContext): boolean =>
  askedAt !== null && rosterShrunkAt !== null && new Date(rosterShrunkAt) < new Date(askedAt);

/**
 * Reads who is in the course and reports it, except when many more than usual are missing and nobody asked for this reading after
 * that was seen: then everybody stays as they were, and it answers how much is missing. Throws `PlatformError`, and then reports nothing.
 */
export async function readRoster(
  tools: ServiceTools & { readonly record: Client; readonly store: LtiStore },
  context: ServiceContext,
  { askedAt }: { askedAt: Instant | null },
): Promise<Shrunk | null> {
  const readAt = new Date().toISOString();
  const members = await readMembers(tools, context);
  const from = context.rosterSize ?? 0;
  if (members.length === 0 && from > 0 && context.registration.profile === 'canvas') throw nobodyLeft();
  if (members.length < from * (1 - largestLoss) && !isTheirWord(askedAt, context)) return { from, to: members.length };
  const { mapped } = await tools.record(lmsEndpoints.reportRoster, {
    body: { contextId: context.id, registrationId: context.registration.id, readAt, members },
  });
  await tools.store.contexts.rosterRead(context.id, { size: members.length, mapped });
  return null;
}
