import type { Request } from 'express';
import type { PendingLaunch } from '../platform/sessions.js';

/** The tool's authentication request, by GET or by POST; a missing parameter is undefined. */
export interface AuthRequest {
  readonly scope: string | undefined;
  readonly responseType: string | undefined;
  readonly responseMode: string | undefined;
  readonly prompt: string | undefined;
  readonly clientId: string | undefined;
  readonly redirectUri: string | undefined;
  readonly loginHint: string | undefined;
  readonly messageHint: string | undefined;
  readonly nonce: string | undefined;
  readonly state: string | undefined;
}

/** Everything the request carries, from the query and from a posted form. */
export function authParameters(req: Request): URLSearchParams {
  const params = new URL(req.originalUrl, 'http://platform').searchParams;
  if (typeof req.body === 'string') {
    for (const [name, value] of new URLSearchParams(req.body)) params.set(name, value);
  }
  return params;
}

export function parseAuthRequest(params: URLSearchParams): AuthRequest {
  const value = (name: string) => params.get(name) || undefined;
  return {
    scope: value('scope'),
    responseType: value('response_type'),
    responseMode: value('response_mode'),
    prompt: value('prompt'),
    clientId: value('client_id'),
    redirectUri: value('redirect_uri'),
    loginHint: value('login_hint'),
    messageHint: value('lti_message_hint'),
    nonce: value('nonce'),
    state: value('state'),
  };
}

/** What the authorization endpoint answers. */
export type AuthOutcome =
  | { readonly kind: 'launch'; readonly launch: PendingLaunch }
  /** Posted to the redirect address, which is known to be the tool's. */
  | { readonly kind: 'error'; readonly error: string; readonly description?: string }
  /** Shown to the person: the redirect address cannot be trusted. */
  | { readonly kind: 'page'; readonly text: string };
