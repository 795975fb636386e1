import { type Client, lmsEndpoints } from '@journeybook/contracts';
import type { ServiceContext } from '@journeybook/database/lti';
import type { ServiceTools } from '../services/call-service.js';
import { readMembers } from '../services/read-members.js';

/** Reads who is in the course and reports it. Throws `PlatformError`, and then reports nothing. */
export async function readRoster(
  tools: ServiceTools & { readonly record: Client },
  context: ServiceContext,
): Promise<void> {
  const readAt = new Date().toISOString();
  const members = await readMembers(tools, context);
  await tools.record(lmsEndpoints.reportRoster, {
    body: { contextId: context.id, registrationId: context.registration.id, readAt, members },
  });
}
