import type { Platform } from '../platform/platform.js';
import type { LmsSession } from '../platform/sessions.js';
import { getPerson, legacyUserId } from '../world/live-world.js';
import type { AuthOutcome, AuthRequest } from './auth-request.js';
import { takeCanvasLaunch } from './begin-launch.js';

// Canvas compares the address without its query.
function isRegistered(platform: Platform, redirectUri: string | undefined): boolean {
  const withoutQuery = redirectUri?.split('?')[0];
  return platform.tool.launchUrls.some((url) => url === redirectUri || url === withoutQuery);
}

/** Checks an authentication request as Canvas does. `session` is undefined when nobody is signed in. */
export async function authorizeCanvas(
  platform: Platform,
  session: LmsSession | undefined,
  request: AuthRequest,
): Promise<AuthOutcome> {
  if (request.clientId !== platform.clientId) {
    return { kind: 'page', text: 'Invalid client: this platform knows no such client_id.' };
  }
  if (!isRegistered(platform, request.redirectUri)) {
    return { kind: 'page', text: 'Invalid redirect_uri: it is not registered for this tool.' };
  }
  const fault = parameterFault(request);
  if (fault) return { kind: 'error', error: 'invalid_request_object', description: fault };
  const signedIn = session && legacyUserId(getPerson(platform.world, session.personId)) === request.loginHint;
  if (!signedIn) {
    return { kind: 'error', error: 'login_required', description: 'Must have an active user session' };
  }
  const launch = await takeCanvasLaunch(platform, request.messageHint ?? '');
  return launch
    ? { kind: 'launch', launch }
    : {
        kind: 'error',
        error: 'launch_no_longer_valid',
        description: 'The launch has either expired or already been consumed',
      };
}

function parameterFault(request: AuthRequest): string | null {
  const required: Record<string, string | undefined> = {
    scope: request.scope,
    response_type: request.responseType,
    response_mode: request.responseMode,
    prompt: request.prompt,
    login_hint: request.loginHint,
    lti_message_hint: request.messageHint,
    nonce: request.nonce,
  };
  const missing = Object.keys(required).filter((name) => required[name] === undefined);
  if (missing.length > 0) return `The following parameters are missing: ${missing.join(',')}`;
  if (request.scope !== 'openid') return "The 'scope' must be 'openid'";
  if (request.responseType !== 'id_token') return "The 'response_type' must be 'id_token'";
  if (request.responseMode !== 'form_post') return "The 'response_mode' must be 'form_post'";
  if (request.prompt !== 'none') return "The 'prompt' must be 'none'";
  return null;
}
