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
import type { NewWindow } from './plain-page.js';
import { apologise, type PageTools, refuse } from './show-page.js';
import { showProofPage } from './storage/show-proof-page.js';
import { provesBrowser, readState } from './storage/stored-state.js';

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
const posted = z.object({
  id_token: z.string().min(1),
  state: z.string().min(1).max(500),
  storage_proof: z.string().max(100).optional(),
});
type Posted = z.output<typeof posted>;

/** Lets a launch through to the signature check, with the key its token names; else answers it and returns null. */
export async function admitLaunch(
  tools: LaunchTools,
  request: Request,
  response: Response,
  cookieIssuer: string | undefined,
): Promise<CurrentPlatform | null> {
  const form = posted.safeParse(request.method === 'POST' ? request.body : undefined);
  if (!form.success) return refuseOther(tools, request, response);
  const { stored } = readState(form.data.state);
  if (stored && form.data.storage_proof === undefined) return askForProof(tools, response, form.data);
  return useState(tools, response, { posted: form.data, cookieIssuer });
}

async function useState(
  tools: LaunchTools,
  response: Response,
  launch: { readonly posted: Posted; readonly cookieIssuer: string | undefined },
): Promise<CurrentPlatform | null> {
  const token = decode(launch.posted.id_token);
  const deploymentId = token?.payload[claim.deploymentId];
  const { state: name, stored } = readState(launch.posted.state);
  // First of all, and in one statement: whatever comes of this launch, its state is used up.
  const state = await tools.store.states.consume(
    digest(name),
    isIdentifier(deploymentId) ? deploymentId : null,
    new Date(Date.now() + secondsKept * 1000),
  );
  if (!state) return refused(tools, response, 'state-used');
  const bound = stored
    ? provesBrowser(launch.posted.storage_proof, state.proofHash)
    : launch.cookieIssuer === state.registration.issuer;
  if (!bound) return refuseUnbound(tools, response, state, stored ? 'storage-mismatch' : 'cookie-missing');
  if (!token) return refused(tools, response, 'token-unreadable');
  const refusal = checkToken(token, { state, launchUrl: tools.launchUrl, now: new Date() });
  if (refusal) return refused(tools, response, refusal, state.registration.id);
  const admitted: AdmittedLaunch = { state, payload: token.payload };
  response.locals['admitted'] = admitted;
  return withKey(tools, response, state, String(token.header['kid']));
}

// The state is left where it is: nothing has been proved yet, and nothing is done.
async function askForProof(tools: LaunchTools, response: Response, form: Posted): Promise<null> {
  const { state } = readState(form.state);
  const waiting = await tools.store.states.findWaiting(digest(state));
  if (!waiting) return refused(tools, response, 'state-used');
  showProofPage(response, {
    posted: { id_token: form.id_token, state: form.state },
    state,
    waiting,
    launchUrl: tools.launchUrl,
    newWindow: newWindow(tools, waiting.resume),
  });
  return null;
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

function refuseUnbound(
  tools: LaunchTools,
  response: Response,
  { resume }: ConsumedState,
  reason: 'cookie-missing' | 'storage-mismatch',
): null {
  refuse(tools, response, reason, { newWindow: newWindow(tools, resume) });
  return null;
}

const newWindow = ({ sealer, loginUrl }: LaunchTools, resume: string): NewWindow => ({
  action: loginUrl,
  fields: z.record(z.string(), z.string()).parse(JSON.parse(sealer.open(resume))),
});

function decode(idToken: string): UnverifiedToken | null {
  try {
    return { header: { ...decodeProtectedHeader(idToken) }, payload: { ...decodeJwt(idToken) } };
  } catch {
    return null;
  }
}
