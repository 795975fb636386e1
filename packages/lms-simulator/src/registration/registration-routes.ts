import express, { Router, type Request, type Response } from 'express';
import { parseJson } from '../gradebook/score.js';
import { sendAnswer, sendJson } from '../http/answer.js';
import type { Platform } from '../platform/platform.js';
import { serviceGate } from '../services/service-gate.js';
import { invitedClientId } from './invite-tool.js';
import { openidConfiguration, registrationUrls } from './openid-configuration.js';
import { registerTool, registrationFault, registrationSchema } from './register-tool.js';

function refuse(platform: Platform, res: Response, { status, reason }: { status: number; reason: string }): void {
  if (platform.profile === 'canvas') sendJson(res, status, { errors: [{ message: reason }] });
  else sendAnswer(res, { status, type: 'text/html; charset=utf-8', body: reason });
}

// Anybody may read Moodle's configuration; Canvas wants the invitation even for that.
async function showConfiguration(platform: Platform, req: Request, res: Response): Promise<void> {
  const invited = platform.profile === 'moodle' || (await invitedClientId(platform, req.headers.authorization));
  if (invited) sendJson(res, 200, openidConfiguration(platform));
  else refuse(platform, res, { status: 401, reason: 'The registration token is missing or over its time' });
}

async function register(platform: Platform, req: Request, res: Response): Promise<void> {
  const clientId = await invitedClientId(platform, req.headers.authorization);
  if (clientId === null || clientId === platform.clientId) {
    const reason = clientId === null ? 'missing_registration_token' : 'Client already registered';
    refuse(platform, res, { status: clientId === null ? 401 : 400, reason });
    return;
  }
  const request = registrationSchema.safeParse(parseJson(String(req.body)));
  const fault = request.success
    ? registrationFault(request.data)
    : `${request.error.issues[0]?.path.join('.')}: ${request.error.issues[0]?.message}`;
  if (!request.success || fault !== null) {
    refuse(platform, res, { status: 400, reason: fault ?? 'invalid registration' });
    return;
  }
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
