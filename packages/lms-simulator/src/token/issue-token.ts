import type { Request, Response } from 'express';
import { sendAnswer, sendJson } from '../http/answer.js';
import { ACCESS_TOKEN_SECONDS } from '../platform/access-tokens.js';
import type { Platform } from '../platform/platform.js';
import { assertedClient, verifyAssertion } from './verify-assertion.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const MOODLE_TYPE = 'text/html; charset=utf-8';

interface TokenRefusal {
  readonly error: string;
  readonly description: string;
  readonly status?: number;
}

/**
 * The token endpoint (LTI security framework §4.1). Moodle gives an access token for the allowed part of the scopes and refuses with
 * 400; Canvas gives none when one scope of many is not allowed, and answers 401 to a client it does not know.
 */
export async function issueToken(platform: Platform, req: Request, res: Response): Promise<void> {
  const form = new URLSearchParams(typeof req.body === 'string' ? req.body : '');
  const wanted = (form.get('scope') ?? '').split(' ').filter(Boolean);
  const scopes = wanted.filter((scope) => platform.settings.scopes.includes(scope));
  const refusal = await refusalOf(platform, form, scopes);
  if (refusal) {
    sendRefusal(platform, res, refusal);
    return;
  }
  const { value } = platform.tokens.issue(scopes, platform.now());
  sendToken(platform, res, { value, scope: scopes.join(' ') });
}

async function refusalOf(
  platform: Platform,
  form: URLSearchParams,
  scopes: readonly string[],
): Promise<TokenRefusal | null> {
  const isCanvas = platform.profile === 'canvas';
  const unknownClient = {
    error: 'invalid_client',
    description: 'unknown client',
    ...(isCanvas ? { status: 401 } : {}),
  };
  const assertion = form.get('client_assertion') ?? '';
  const asserted = form.get('client_assertion_type') === ASSERTION_TYPE && assertion !== '';
  if (!form.get('grant_type') || (!asserted && !isCanvas))
    return { error: 'invalid_request', description: 'A parameter of the request is missing or wrong' };
  if (form.get('grant_type') !== 'client_credentials')
    return { error: 'unsupported_grant_type', description: 'The grant_type you requested is not currently supported' };
  const client = assertedClient(assertion);
  if (!isCanvas && client === undefined) return { error: 'invalid_request', description: 'The assertion is no JWT' };
  if (!asserted || !platform.registered.active || client !== platform.clientId) return unknownClient;
  try {
    await verifyAssertion(platform, assertion);
  } catch (fault) {
    const description = fault instanceof Error ? fault.message : 'The assertion does not hold';
    // Moodle has the sentence of its library in place of a code.
    return { error: isCanvas ? 'invalid_request' : 'Signature verification failed', description };
  }
  const wanted = (form.get('scope') ?? '').split(' ').filter(Boolean);
  const isGranted = isCanvas ? scopes.length === wanted.length : scopes.length > 0;
  return isGranted ? null : { error: 'invalid_scope', description: 'A requested scope is not granted to this tool' };
}

function sendRefusal(platform: Platform, res: Response, { error, description, status = 400 }: TokenRefusal): void {
  if (platform.profile === 'moodle') sendJson(res, status, { error }, MOODLE_TYPE);
  else sendJson(res, status, { error, error_description: description });
}

// Moodle writes the body by hand and leaves PHP's default content type on it.
function sendToken(platform: Platform, res: Response, { value, scope }: { value: string; scope: string }): void {
  if (platform.profile === 'canvas') {
    sendJson(res, 200, { access_token: value, token_type: 'Bearer', expires_in: ACCESS_TOKEN_SECONDS, scope });
    return;
  }
  const body = `{\r\n  "access_token" : "${value}",\r\n  "token_type" : "Bearer",\r\n  "expires_in" : ${ACCESS_TOKEN_SECONDS},\r\n  "scope" : "${scope}"\r\n}`;
  sendAnswer(res, { status: 200, type: MOODLE_TYPE, body });
}
