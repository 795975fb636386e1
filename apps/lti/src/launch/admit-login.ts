import { randomBytes } from 'node:crypto';
import type { LtiStore } from '@journeybook/database/lti';
import type { Request, Response } from 'express';
import { stateSeconds } from '../ltijs/guard.js';
import type { AdmittedLogin, Departure } from '../ltijs/launch-door.js';
import { digest, type Sealer } from '../services/seal.js';
import { checkLogin } from './check-login.js';
import { keepFramers } from '../framing/framers.js';
import { framersOfUnverified } from '../framing/frame-ancestors.js';
import { type PageTools, refuse } from './show-page.js';
import { mustCheckBrowser, showBrowserCheck } from './storage/check-browser.js';
import { asStored, makeProof } from './storage/stored-state.js';

export interface LoginTools extends PageTools {
  readonly store: LtiStore;
  readonly sealer: Sealer;
  readonly launchUrl: string;
  readonly loginUrl: string;
  readonly cookiePrefix: string;
  readonly allowLoopback: boolean;
}

/**
 * Lets a login through when exactly one registration is meant. Canvas shares one issuer among all colleges: without a client
 * id a login is let through only while there is no doubt (lti.md 1.3, 4.1).
 */
export async function admitLogin(
  tools: LoginTools,
  request: Request,
  response: Response,
): Promise<AdmittedLogin | null> {
  const parameters = checkLogin({ ...request.query, ...(request.body as object | undefined) }, tools.launchUrl);
  if ('refusal' in parameters) {
    await refuse(tools, response, parameters.refusal);
    return null;
  }
  const found = await tools.store.registrations.listForLogin(parameters.iss, parameters.client_id ?? null);
  const [registration, another] = found;
  const asks = pageThatAsks(request);
  if (registration)
    keepFramers(
      response,
      found.flatMap((one) => framersOfUnverified(one, asks, tools.allowLoopback)),
    );
  if (!registration || another) {
    await refuse(tools, response, another ? 'client-id-missing' : 'platform-unknown', { detail: parameters.iss });
    return null;
  }
  const sent = Object.entries({ ...parameters, client_id: registration.clientId });
  return {
    registration,
    parameters: Object.fromEntries(sent.filter((one): one is [string, string] => one[1] !== undefined)),
  };
}

/**
 * Keeps what the platform's answer must match and sends the browser to its sign-in. In a frame it is first seen whether the
 * browser keeps our cookie there: afterwards is too late, since platforms let a launch be used once.
 */
export async function sendToPlatform(tools: LoginTools, login: AdmittedLogin, departure: Departure): Promise<void> {
  const { request, response, parameters, redirect } = departure;
  const { registration } = login;
  // ltijs makes its nonce with Math.random.
  const nonce = randomBytes(32).toString('base64url');
  parameters.set('nonce', nonce);
  const state = parameters.get('state') ?? '';
  const target = login.parameters['lti_storage_target'];
  const proof = target === undefined ? null : makeProof(target, state);
  await tools.store.states.issue({
    stateHash: digest(state),
    nonceHash: digest(nonce),
    registrationId: registration.id,
    target: login.parameters['target_link_uri'] ?? '',
    deploymentHint: login.parameters['lti_deployment_id'] ?? null,
    resume: tools.sealer.seal(JSON.stringify(login.parameters)),
    storage: proof && { target: proof.target, proofHash: digest(proof.secret) },
    expiresAt: new Date(Date.now() + stateSeconds * 1000),
  });
  const address = signInAddress(registration.authUrl, parameters);
  if (!mustCheckBrowser(request, { ...tools, offersStorage: proof !== null })) return redirect(address);
  parameters.set('state', asStored(state));
  return showBrowserCheck(response, {
    address,
    storage: proof && { ...proof, address: signInAddress(registration.authUrl, parameters) },
    newWindow: { action: tools.loginUrl, fields: login.parameters },
    cookiePrefix: tools.cookiePrefix,
  });
}

/** Where the browser says that it comes from. */
function pageThatAsks(request: Request): string | null {
  const said = [request.get('origin'), request.get('referer')].find((one) => one !== undefined && URL.canParse(one));
  return said ?? null;
}

// Built anew: the sign-in's address may have parameters of its own, which ltijs would escape.
function signInAddress(authUrl: string, parameters: URLSearchParams): string {
  const address = new URL(authUrl);
  for (const [name, value] of parameters) address.searchParams.set(name, value);
  return address.href;
}
