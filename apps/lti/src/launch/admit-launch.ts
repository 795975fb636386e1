import type { LtiStore, Registration } from '@journeybook/database/lti';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CurrentPlatform } from '../ltijs/current-platform.js';
import { readToken } from '../protocol/check-signed.js';
import { claim } from '../protocol/claim-names.js';
import { isIdentifier } from '../protocol/known-text.js';
import { PlatformError } from '../protocol/platform-error.js';
import type { PlatformKeys } from '../services/platform-keys.js';
import { digest, type Sealer } from '../services/seal.js';
import type { AdmittedLaunch } from './admitted-launch.js';
import { checkToken } from './check-token.js';
import { keepFramers } from '../framing/framers.js';
import { framersOfUnverified } from '../framing/frame-ancestors.js';
import { refuseUsed } from './refuse-used.js';
import type { LaunchRefusal } from './refusal.js';
import type { NewWindow } from './plain-page.js';
import { apologise, type PageTools, refuse, type RefusalDetails } from './show-page.js';
import { showProofPage } from './storage/show-proof-page.js';
import { provesBrowser, readState } from './storage/stored-state.js';
import { keepWayBack, saidReturnUrl, wayBack } from './way-back.js';

export interface LaunchTools extends PageTools {
  readonly store: LtiStore;
  readonly sealer: Sealer;
  readonly platformKeys: PlatformKeys;
  readonly launchUrl: string;
  readonly loginUrl: string;
  readonly allowLoopback: boolean;
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
  // Whoever made a login knows its secret: it proves nothing unless our own page sends it, from the browser it was kept in.
  const fromElsewhere = !['same-origin', undefined].includes(request.get('sec-fetch-site'));
  const data = stored && fromElsewhere ? { ...form.data, storage_proof: '' } : form.data;
  return useState(tools, response, { posted: data, cookieIssuer });
}

async function useState(
  tools: LaunchTools,
  response: Response,
  launch: { readonly posted: Posted; readonly cookieIssuer: string | undefined },
): Promise<CurrentPlatform | null> {
  const token = readToken(launch.posted.id_token);
  const deploymentId = token?.payload[claim.deploymentId];
  const { state: name, stored } = readState(launch.posted.state);
  // First of all, and in one statement: whatever comes of this launch, its state is used up.
  const state = await tools.store.states.consume(
    digest(name),
    isIdentifier(deploymentId) ? deploymentId : null,
    new Date(Date.now() + secondsKept * 1000),
  );
  if (!state) return refusedAsUsed(tools, response, launch.posted);
  keepFramers(response, framersOfUnverified(state.registration, saidReturnUrl(token?.payload), tools.allowLoopback));
  const bound = stored
    ? provesBrowser(launch.posted.storage_proof, state.proofHash)
    : launch.cookieIssuer === state.registration.issuer;
  if (!bound) {
    const details = { newWindow: newWindow(tools, state.resume) };
    return refused(tools, response, stored ? 'storage-mismatch' : 'cookie-missing', details);
  }
  if (!token) return refused(tools, response, 'token-unreadable');
  keepWayBack(response, wayBack(state.registration, token.payload, tools.allowLoopback));
  const details = { detail: state.registration.id };
  const refusal = checkToken(token, { ...tools, state, now: new Date() });
  if (refusal) return refused(tools, response, refusal, details);
  const admitted: AdmittedLaunch = { state, payload: token.payload };
  response.locals['admitted'] = admitted;
  const publicKey = await findKey(tools, response, {
    registration: state.registration,
    kid: String(token.header['kid']),
  });
  if (publicKey === undefined) return null;
  return publicKey === null
    ? refused(tools, response, 'key-unknown', details)
    : { registration: state.registration, publicKey };
}

// The state is left where it is: nothing has been proved yet, and nothing is done.
async function askForProof(tools: LaunchTools, response: Response, form: Posted): Promise<null> {
  const { state } = readState(form.state);
  const waiting = await tools.store.states.findWaiting(digest(state));
  if (!waiting) return refusedAsUsed(tools, response, form);
  const claimed = saidReturnUrl(readToken(form.id_token)?.payload);
  keepFramers(response, framersOfUnverified(waiting.registration, claimed, tools.allowLoopback));
  showProofPage(response, {
    posted: { id_token: form.id_token, state: form.state },
    state,
    waiting,
    launchUrl: tools.launchUrl,
    newWindow: newWindow(tools, waiting.resume),
  });
  return null;
}

/** The key the token names, null when the platform has none of that name; undefined when the keys cannot be had, which is said. */
async function findKey(
  tools: LaunchTools,
  response: Response,
  { registration, kid }: { readonly registration: Registration; readonly kid: string },
): Promise<string | null | undefined> {
  try {
    return await tools.platformKeys.find(registration.jwksUrl, kid);
  } catch (error) {
    const passes = error instanceof PlatformError && error.kind === 'retry';
    await apologise(tools, response, passes ? 'platform-keys-unreachable' : 'platform-keys-unusable', error);
    return undefined;
  }
}

async function refused(
  tools: PageTools,
  response: Response,
  reason: LaunchRefusal,
  details?: RefusalDetails,
): Promise<null> {
  await refuse(tools, response, reason, details);
  return null;
}

async function refusedAsUsed(tools: LaunchTools, response: Response, { id_token }: Posted): Promise<null> {
  await refuseUsed(tools, response, id_token);
  return null;
}

// A platform that declines posts `error` here (lti.md 4.1); a person who types the address in posts nothing.
async function refuseOther(tools: LaunchTools, request: Request, response: Response): Promise<null> {
  const error = (request.body as { error?: unknown } | undefined)?.error;
  if (typeof error !== 'string') return refused(tools, response, 'not-a-launch');
  return refused(tools, response, 'platform-declined', {
    detail: /^[a-z_]{1,60}$/.test(error) ? error : 'an unknown error',
  });
}

const newWindow = ({ sealer, loginUrl }: LaunchTools, resume: string): NewWindow => ({
  action: loginUrl,
  fields: z.record(z.string(), z.string()).parse(JSON.parse(sealer.open(resume))),
});
