import { createPublicKey } from 'node:crypto';
import type { LtiStore, NoticeSender, Registration } from '@journeybook/database/lti';
import { compactVerify } from 'jose';
import { checkAudience, checkHeader, checkTimes, readToken, type UnverifiedToken } from '../protocol/check-signed.js';
import { claim } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import { parseNotice } from '../protocol/parse-notice.js';
import { PlatformError } from '../protocol/platform-error.js';
import type { PlatformKeys } from '../services/platform-keys.js';
import type { NoticeRefusal } from './notice-refusals.js';

export interface TakeNoticeTools {
  readonly store: LtiStore;
  readonly platformKeys: PlatformKeys;
}

// Notices wait in a queue of the platform (Canvas signs them for an hour).
const oldestSeconds = 24 * 3_600;

/**
 * Takes one notice: verifies it as a launch is verified, and keeps what it tells of a copied course, once, however often it comes.
 * Other kinds are taken and forgotten. Answers why it was refused, null when it was not.
 */
export async function takeNotice(tools: TakeNoticeTools, jwt: string, now: Date): Promise<NoticeRefusal | null> {
  const token = readToken(jwt);
  if (!token) return 'token-unreadable';
  const sender = await findSender(tools.store, token);
  if (typeof sender === 'string') return sender;
  const { registration, deployment } = sender;
  const refusal =
    checkTimes(token, { now, oldestSeconds }) ??
    checkAudience(token, registration) ??
    (await checkSignature(tools.platformKeys, registration, { jwt, kid: String(token.header['kid']) }));
  if (refusal) return refusal;
  if (!deployment) return 'deployment-unknown';
  if (deployment.status !== 'active') return 'deployment-not-active';
  const notice = parseNotice(token.payload);
  if (!notice) return 'notice-incomplete';
  if (notice.kind === 'copy' && notice.origins.length > 0)
    await tools.store.notices.keepCopy({
      deployment: deployment.id,
      noticeId: notice.id,
      lmsContextId: notice.course,
      origins: notice.origins,
      copiedAt: notice.copiedAt && notice.copiedAt < now ? notice.copiedAt : now,
      receivedAt: now,
    });
  return null;
}

/** Whom the token says that it is from: nothing of it is proved yet. */
async function findSender(store: LtiStore, token: UnverifiedToken): Promise<NoticeSender | NoticeRefusal> {
  const fault = checkHeader(token);
  if (fault) return fault;
  const { iss, aud, azp } = token.payload;
  const clientId: unknown = azp ?? (Array.isArray(aud) && aud.length === 1 ? aud[0] : aud);
  if (!isIdentifier(clientId)) return 'wrong-audience';
  if (typeof iss !== 'string' || iss.length > 2_000 || iss.includes('\0')) return 'wrong-issuer';
  const named = token.payload[claim.deploymentId];
  const sender = await store.notices.findSender(iss, clientId, isIdentifier(named) ? named : '');
  return sender ?? 'platform-unknown';
}

async function checkSignature(
  keys: PlatformKeys,
  { jwksUrl }: Registration,
  { jwt, kid }: { readonly jwt: string; readonly kid: string },
): Promise<NoticeRefusal | null> {
  try {
    const key = await keys.find(jwksUrl, kid);
    if (key === null) return 'key-unknown';
    await compactVerify(jwt, createPublicKey(key), { algorithms: ['RS256'] });
    return null;
  } catch (error) {
    return error instanceof PlatformError ? 'platform-keys-unreachable' : 'signature-wrong';
  }
}
