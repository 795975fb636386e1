import type { ConsumedState, Deployment, LtiStore } from '@journeybook/database/lti';
import type { Response } from 'express';
import { z } from 'zod';
import { claim } from '../protocol/claim-names.js';
import { knownText } from '../protocol/known-text.js';
import { type PageTools, refuse } from './show-page.js';

interface VerifiedMessage {
  readonly state: ConsumedState;
  readonly payload: Readonly<Record<string, unknown>>;
}

const platformClaim = 'https://purl.imsglobal.org/spec/lti/claim/tool_platform';
const said = z.object({
  [claim.context]: z.looseObject({ title: z.unknown() }).nullish().catch(null),
  [platformClaim]: z.looseObject({ name: z.unknown() }).nullish().catch(null),
});

/**
 * Answers a verified message whose installation no college has approved, and keeps the installation, nothing of the person, for its
 * college to approve (lti.md 7.5). False, and nothing is done, when it is approved.
 */
export async function holdDeployment(
  tools: PageTools & { readonly store: LtiStore },
  { state, payload }: VerifiedMessage,
  response: Response,
): Promise<boolean> {
  const { registration, deployment } = state;
  if (deployment?.status === 'active') return false;
  if (deployment?.status !== 'blocked') await keep(tools.store, registration.id, payload);
  await refuse(tools, response, reasonFor(deployment), { detail: registration.id });
  return true;
}

function reasonFor(deployment: Deployment | null) {
  if (!deployment) return 'deployment-unknown';
  return deployment.status === 'blocked' ? 'deployment-blocked' : 'deployment-pending';
}

async function keep(store: LtiStore, registrationId: string, payload: VerifiedMessage['payload']): Promise<void> {
  const { [claim.context]: course, [platformClaim]: platform } = said.parse(payload);
  await store.deployments.keepPending({
    registrationId,
    deploymentId: String(payload[claim.deploymentId]),
    courseTitle: knownText(course?.title, 300),
    platformName: knownText(platform?.name, 300),
    at: new Date(),
  });
}
