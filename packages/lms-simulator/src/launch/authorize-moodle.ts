import { z } from 'zod';
import { parseJson } from '../gradebook/score.js';
import type { Platform } from '../platform/platform.js';
import type { LmsSession } from '../platform/sessions.js';
import { getPerson } from '../world/live-world.js';
import type { AuthOutcome, AuthRequest } from './auth-request.js';
import { takeMoodleLaunch } from './begin-launch.js';

const hintSchema = z.object({ launchid: z.string() });

/** Checks an authentication request in the order of Moodle's `mod/lti/auth.php`. Uses the launch up. */
export function authorizeMoodle(platform: Platform, session: LmsSession, request: AuthRequest): AuthOutcome {
  const hint = hintSchema.safeParse(parseJson(request.messageHint ?? ''));
  const launch = hint.success ? takeMoodleLaunch(session, hint.data.launchid) : undefined;
  // Without the launch Moodle does not know the registration, so it trusts no redirect address.
  if (!launch) return { kind: 'page', text: 'Invalid request: this launch is not known or has been used.' };
  if (!request.redirectUri || !platform.tool.launchUrls.includes(request.redirectUri)) {
    return { kind: 'page', text: 'Invalid request: the redirect address is not registered for this tool.' };
  }
  return moodleRefusal(platform, session, request) ?? { kind: 'launch', launch };
}

function moodleRefusal(platform: Platform, session: LmsSession, request: AuthRequest): AuthOutcome | null {
  const { scope, responseType, clientId, loginHint, nonce } = request;
  if (!scope || !responseType || !clientId || !loginHint || !nonce) return refuse('invalid_request');
  if (scope !== 'openid') return refuse('invalid_scope');
  if (responseType !== 'id_token') return refuse('unsupported_response_type');
  if (clientId !== platform.clientId) return refuse('unauthorized_client');
  if (loginHint !== getPerson(platform.world, session.personId).sub) return refuse('access_denied');
  if (request.responseMode === undefined) return refuse('invalid_request', 'Missing response_mode');
  if (request.responseMode !== 'form_post') return refuse('invalid_request', 'Invalid response_mode');
  if (request.prompt !== undefined && request.prompt !== 'none') return refuse('invalid_request', 'Invalid prompt');
  return null;
}

function refuse(error: string, description?: string): AuthOutcome {
  return description === undefined ? { kind: 'error', error } : { kind: 'error', error, description };
}
