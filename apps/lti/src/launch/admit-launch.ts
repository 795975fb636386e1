import type { ConsumedState, LtiStore } from '@journeybook/database/lti';
import type { Request, Response } from 'express';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { CurrentPlatform } from '../ltijs/current-platform.js';
import { claim } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import type { PlatformKeys } from '../services/platform-keys.js';
import { digest, type Sealer } from '../services/seal.js';
import { checkToken, type UnverifiedToken } from './check-token.js';
import type { LaunchRefusal } from './refusal.js';
import { apologise, type PageTools, refuse } from './show-page.js';

export interface LaunchTools extends PageTools {
  readonly store: LtiStore;
  readonly sealer: Sealer;
  readonly platformKeys: PlatformKeys;
  readonly launchUrl: string;
  readonly loginUrl: string;
}

/** A launch that has passed every check but the signature. */
export interface AdmittedLaunch {
  readonly state: ConsumedState;
  readonly payload: Readonly<Record<string, unknown>>;
}

const secondsKept = 20 * 60;
const posted = z.object({ id_token: z.string().min(1), state: z.string().min(1).max(500) });

/** Lets a launch through to the signature check, with the key its token names; else answers it and returns null. */
export async function admitLaunch(
  tools: LaunchTools,
  request: Request,
  response: Response,
  cookieIssuer: string | undefined,
): Promise<CurrentPlatform | null> {
  const form = posted.safeParse(request.method === 'POST' ? request.body : undefined);
  if (!form.success) return refuseOther(tools, request, response);
  const token = decode(form.data.id_token);
  const deploymentId = token?.payload[claim.deploymentId];
  // First of all, and in one statement: whatever comes of this launch, its state is used up.
  const state = await tools.store.states.consume(
    digest(form.data.state),
    isIdentifier(deploymentId) ? deploymentId : null,
    new Date(Date.now() + secondsKept * 1000),
  );
  if (!state) return refused(tools, response, 'state-used');
  if (cookieIssuer !== state.registration.issuer) return refuseWithoutCookie(tools, response, state);
  if (!token) return refused(tools, response, 'token-unreadable');
  const refusal = checkToken(token, { state, launchUrl: tools.launchUrl, now: new Date() });
  if (refusal) return refused(tools, response, refusal, state.registration.id);
  const admitted: AdmittedLaunch = { state, payload: token.payload };
  response.locals['admitted'] = admitted;
  return withKey(tools, response, state, String(token.header['kid']));
}

async function withKey({ platformKeys, log }: LaunchTools, response: Response, state: ConsumedState, kid: string) {
  const { registration } = state;
  try {
    const publicKey = await platformKeys.find(registration.jwksUrl, kid);
    return publicKey === null
      ? refused({ log }, response, 'key-unknown', registration.id)
      : { registration, publicKey };
  } catch (error) {
    apologise({ log }, response, 'platform-keys-unreachable', error);
    return null;
  }
}

function refused(tools: PageTools, response: Response, reason: LaunchRefusal, detail?: string): null {
  refuse(tools, response, reason, detail === undefined ? {} : { detail });
  return null;
}

// A platform that declines posts `error` here (lti.md 4.1); a person who types the address in posts nothing.
function refuseOther(tools: LaunchTools, request: Request, response: Response): null {
  const error = (request.body as { error?: unknown } | undefined)?.error;
  if (typeof error !== 'string') return refused(tools, response, 'not-a-launch');
  return refused(tools, response, 'platform-declined', /^[a-z_]{1,60}$/.test(error) ? error : 'an unknown error');
}

function refuseWithoutCookie(tools: LaunchTools, response: Response, { resume }: ConsumedState): null {
  const fields = z.record(z.string(), z.string()).parse(JSON.parse(tools.sealer.open(resume)));
  refuse(tools, response, 'cookie-missing', { newWindow: { action: tools.loginUrl, fields } });
  return null;
}

function decode(idToken: string): UnverifiedToken | null {
  try {
    return { header: { ...decodeProtectedHeader(idToken) }, payload: { ...decodeJwt(idToken) } };
  } catch {
    return null;
  }
}
