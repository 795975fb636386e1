import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import { claim } from '../claims/claim-names.js';
import type { Platform } from '../platform/platform.js';
import { fetchToolKeys } from '../token/verify-assertion.js';

const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

const linkItem = z.object({
  type: z.literal('ltiResourceLink'),
  url: z.string().exactOptional(),
  title: z.string().exactOptional(),
  text: z.string().exactOptional(),
  custom: z.record(z.string(), z.string()).exactOptional(),
  lineItem: z
    .object({
      scoreMaximum: z.number().positive(),
      label: z.string().exactOptional(),
      resourceId: z.string().exactOptional(),
      tag: z.string().exactOptional(),
    })
    .exactOptional(),
});

export type LinkItem = z.infer<typeof linkItem>;

export const linkItemsSchema = z.array(linkItem);

const responseSchema = z.looseObject({
  nonce: z.string().min(1),
  [claim.messageType]: z.literal('LtiDeepLinkingResponse'),
  [claim.version]: z.literal('1.3.0'),
  [claim.deploymentId]: z.string(),
  [`${dl}content_items`]: z.array(z.looseObject({ type: z.string() })).optional(),
  [`${dl}msg`]: z.string().optional(),
  [`${dl}errormsg`]: z.string().optional(),
});

/** What a tool hands back from deep linking. */
export interface DeepLinkingAnswer {
  readonly items: readonly LinkItem[];
  readonly message: string | null;
  readonly error: string | null;
}

/** Checks the tool's signed answer (LTI-DL 2.0 §3.4); throws with the reason when it does not hold. */
export async function verifyDeepLinkingResponse(platform: Platform, jwt: string): Promise<DeepLinkingAnswer> {
  if (!decodeProtectedHeader(jwt).kid) throw new Error('The answer names no key');
  const keys = createLocalJWKSet({ keys: [...(await fetchToolKeys(platform.tool.jwksUrl))] });
  const { payload } = await jwtVerify(jwt, keys, {
    algorithms: ['RS256'],
    issuer: platform.clientId,
    audience: platform.issuer,
    requiredClaims: ['iat', 'exp', 'nonce'],
    currentDate: platform.now(),
    clockTolerance: 60,
  });
  const answer = responseSchema.safeParse(payload);
  if (!answer.success) throw new Error('The answer is not a deep linking response');
  if (answer.data[claim.deploymentId] !== platform.deploymentId)
    throw new Error('The answer is for another deployment');
  if (platform.usedNonces.has(answer.data.nonce)) throw new Error('The answer has been used');
  platform.usedNonces.add(answer.data.nonce);
  const { [`${dl}content_items`]: items, [`${dl}msg`]: message, [`${dl}errormsg`]: error } = payload;
  return {
    items: linkItemsSchema.parse(items ?? []),
    message: typeof message === 'string' ? message : null,
    error: typeof error === 'string' ? error : null,
  };
}
