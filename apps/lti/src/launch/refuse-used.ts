import { createPublicKey } from 'node:crypto';
import type { LtiStore, Registration } from '@journeybook/database/lti';
import type { Response } from 'express';
import { compactVerify } from 'jose';
import { frameAncestors } from '../framing/frame-ancestors.js';
import { keepFramers } from '../framing/framers.js';
import { checkAudience, checkHeader, readToken, type UnverifiedToken } from '../protocol/check-signed.js';
import { isIdentifier } from '../protocol/known-text.js';
import type { PlatformKeys } from '../services/platform-keys.js';
import { type PageTools, refuse } from './show-page.js';
import { fromWindow, saidReturnUrl, wayBack } from './way-back.js';

export interface UsedLaunchTools extends PageTools {
  readonly store: LtiStore;
  readonly platformKeys: PlatformKeys;
  readonly allowLoopback: boolean;
}

/**
 * Refuses a launch whose state is used up, as a browser posts it that reloads its page or goes back to it. Nothing but the token says
 * which platform it is from, so the way back is offered only when that platform has signed the token: otherwise whoever makes one up
 * chooses where our page leads. How old it is does not matter, since it opens nothing. The link says nothing of an error: there is none.
 */
export async function refuseUsed(tools: UsedLaunchTools, response: Response, idToken: string): Promise<void> {
  const token = readToken(idToken);
  const registration = token && (await signerOf(tools, idToken, token));
  if (!registration) return refuse(tools, response, 'state-used');
  const { allowLoopback } = tools;
  const returnUrl = saidReturnUrl(token.payload);
  keepFramers(response, frameAncestors({ registration, returnUrl, allowLoopback }));
  const back = wayBack(registration, token.payload, allowLoopback);
  if (back === null) return refuse(tools, response, 'state-used');
  const inWindow = response.req.get('sec-fetch-dest') === 'document';
  await refuse(tools, response, 'state-used', { back: inWindow ? fromWindow(back, registration.profile) : back });
}

/** The one registration that the token names, when its platform has signed it; null otherwise. */
async function signerOf(
  { store, platformKeys }: UsedLaunchTools,
  idToken: string,
  token: UnverifiedToken,
): Promise<Registration | null> {
  const { iss, aud, azp } = token.payload;
  const clientId: unknown = azp ?? (Array.isArray(aud) ? aud[0] : aud);
  if (checkHeader(token) || !isIdentifier(clientId)) return null;
  if (typeof iss !== 'string' || iss.length > 2_000 || iss.includes('\0')) return null;
  const [registration] = await store.registrations.listForLogin(iss, clientId);
  if (!registration || checkAudience(token, registration)) return null;
  try {
    const key = await platformKeys.find(registration.jwksUrl, String(token.header['kid']));
    if (key === null) return null;
    await compactVerify(idToken, createPublicKey(key), { algorithms: ['RS256'] });
    return registration;
  } catch {
    // Without the platform's keys nothing is known of it; the refusal stands either way.
    return null;
  }
}
