import express, { Router, type Request, type Response } from 'express';
import { parseJson } from '../gradebook/score.js';
import { sendAnswer, sendJson } from '../http/answer.js';
import type { Platform } from '../platform/platform.js';
import { queryValue } from '../http/query.js';
import { serviceGate } from '../services/service-gate.js';
import { bearerOf, invitedClientId } from './invite-tool.js';
import { openidConfiguration, registrationUrls } from './openid-configuration.js';
import { registerTool, registrationFault, registrationSchema } from './register-tool.js';

interface Refusal {
  readonly status: number;
  readonly reason: string;
}

function refuse(platform: Platform, res: Response, { status, reason }: Refusal): void {
  if (platform.profile === 'moodle') sendAnswer(res, { status, type: 'text/html; charset=utf-8', body: reason });
  else sendJson(res, status, status === 422 ? { errors: [reason] } : { errorMessage: reason });
}

// Anybody may read Moodle's configuration; Canvas wants the invitation even for that, in the address.
async function showConfiguration(platform: Platform, req: Request, res: Response): Promise<void> {
  const token = queryValue(req, 'registration_token') ?? '';
  if (platform.profile === 'moodle' || (await invitedClientId(platform, token)))
    sendJson(res, 200, openidConfiguration(platform));
  else sendJson(res, 401, { error: 'Access token missing (You must include the registration_token parameter).' });
}

// A token of Canvas is used up by the first request that comes with it, whatever becomes of that.
function usedUp({ profile, registered }: Platform, clientId: string): boolean {
  const used = profile === 'canvas' ? registered.tried.has(clientId) : registered.clientId === clientId;
  registered.tried.add(clientId);
  return used;
}

const invitationRefusals = {
  moodle: {
    none: { status: 401, reason: 'missing_registration_token' },
    used: { status: 400, reason: 'Client already registered' },
  },
  canvas: {
    none: { status: 401, reason: 'JWT did not include expected contents' },
    used: { status: 401, reason: 'Registration token has already been used' },
  },
} as const;

async function register(platform: Platform, req: Request, res: Response): Promise<void> {
  const clientId = await invitedClientId(platform, bearerOf(req.headers.authorization));
  const { none, used } = invitationRefusals[platform.profile];
  if (clientId === null) return refuse(platform, res, none);
  if (usedUp(platform, clientId)) return refuse(platform, res, used);
  const request = registrationSchema[platform.profile].safeParse(parseJson(String(req.body)));
  const [issue] = request.success ? [] : request.error.issues;
  const fault = request.success
    ? registrationFault(platform, request.data)
    : `${issue?.path.join('.')}: ${issue?.message}`;
  if (!request.success || fault !== null)
    return refuse(platform, res, { status: platform.profile === 'canvas' ? 422 : 400, reason: fault ?? '' });
  sendJson(res, 200, registerTool(platform, request.data, clientId));
}

/** Dynamic registration: the configuration document and the endpoint that takes a tool's request. */
export function registrationRoutes(platform: Platform): Router {
  const router = Router();
  const mount = new URL(platform.urls.base).pathname.replace(/\/$/, '');
  const under = (url: string) => new URL(url).pathname.slice(mount.length);
  const { configuration, registration } = registrationUrls(platform);
  const gate = [express.text({ type: () => true, limit: '1mb' }), serviceGate(platform)];
  router.get(under(configuration), gate, (req: Request, res: Response) => showConfiguration(platform, req, res));
  router.post(under(registration), gate, (req: Request, res: Response) => register(platform, req, res));
  return router;
}
