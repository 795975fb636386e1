import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseJson } from '../gradebook/score.js';
import { sendJson } from '../http/answer.js';
import type { Platform } from '../platform/platform.js';
import { noticeScope } from '../platform/scopes.js';
import { refuseService } from '../services/refuse.js';
import { tokenRefusal } from '../services/service-call.js';
import { requireUserAgent, serviceGate } from '../services/service-gate.js';

export const noticeTypes = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'] as const;

export type NoticeType = (typeof noticeTypes)[number];

const subscription = z.object({ notice_type: z.enum(noticeTypes), handler: z.union([z.url(), z.literal('')]) });

function listHandlers(platform: Platform, res: Response): void {
  const handlers = noticeTypes.map((type) => ({ notice_type: type, handler: platform.noticeHandlers.get(type) ?? '' }));
  const { clientId, deploymentId } = platform;
  sendJson(res, 200, { client_id: clientId, deployment_id: deploymentId, notice_handlers: handlers });
}

// Canvas keeps one handler for each type of notice, on the tool's own host; an empty one ends it.
function putHandler(platform: Platform, req: Request, res: Response): void {
  const wanted = subscription.safeParse(parseJson(String(req.body)));
  if (!wanted.success) {
    refuseService(platform, req, res, { status: 400, reason: 'notice_type or handler is not valid' });
    return;
  }
  const { notice_type, handler } = wanted.data;
  const hosts = platform.tool.launchUrls.map((url) => new URL(url).host);
  if (handler !== '' && !hosts.includes(new URL(handler).host)) {
    refuseService(platform, req, res, { status: 400, reason: 'handler must be on the domain of the tool' });
    return;
  }
  if (handler === '') platform.noticeHandlers.delete(notice_type);
  else platform.noticeHandlers.set(notice_type, handler);
  sendJson(res, 200, { notice_type, handler });
}

/** Where a tool says which notices of the platform it wants (LTI-PNS 1.0); Canvas only. */
export function noticeRoutes(platform: Platform): Router {
  const router = Router();
  if (platform.profile !== 'canvas') return router;
  const gate = [express.text({ type: () => true }), serviceGate(platform), requireUserAgent(platform)];
  const allowed = (run: (req: Request, res: Response) => void) => (req: Request, res: Response) => {
    const isOurs = req.params['deployment'] === platform.deploymentId;
    const refusal =
      tokenRefusal(platform, req, [noticeScope]) ?? (isOurs ? null : { status: 404, reason: 'not found' });
    if (refusal) refuseService(platform, req, res, refusal);
    else run(req, res);
  };
  const path = '/api/lti/notice-handlers/:deployment';
  router.get(
    path,
    gate,
    allowed((_req, res) => listHandlers(platform, res)),
  );
  router.put(
    path,
    gate,
    allowed((req, res) => putHandler(platform, req, res)),
  );
  return router;
}
