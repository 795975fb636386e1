import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseJson } from '../gradebook/score.js';
import { sendAnswer, sendJson } from '../http/answer.js';
import type { NoticeHandler, Platform } from '../platform/platform.js';
import { noticeScope } from '../platform/scopes.js';
import { refuseService } from '../services/refuse.js';
import { tokenRefusal } from '../services/service-call.js';
import { requireUserAgent, serviceGate } from '../services/service-gate.js';
import { handlersPath, type NoticeType, noticeTypes } from './notice-types.js';
import { sendNotice } from './send-notice.js';

// canvas: app/models/lti/notice_handler.rb, MIN_MAX_BATCH_SIZE
const leastBatch = 10;

const subscription = z.object({
  notice_type: z.enum(
    noticeTypes,
    `Validation failed: Notice type unknown, must be one of [${noticeTypes.join(', ')}]`,
  ),
  handler: z.union([z.url(), z.literal('')], 'handler must be a valid URL or an empty string'),
  max_batch_size: z.coerce
    .number()
    .int()
    .min(leastBatch, `Validation failed: Max batch size must be greater than or equal to ${leastBatch}`)
    .nullish(),
});

const shown = (type: NoticeType, handler: NoticeHandler | undefined) => ({
  notice_type: type,
  handler: handler?.url ?? '',
  ...(handler?.maxBatchSize ? { max_batch_size: handler.maxBatchSize } : {}),
});

// Those with a handler come first. The client id is a number here, too long for JavaScript's.
function listHandlers(platform: Platform, res: Response): void {
  const all = noticeTypes.map((type) => shown(type, platform.noticeHandlers.get(type)));
  const handlers = [...all.filter(({ handler }) => handler !== ''), ...all.filter(({ handler }) => handler === '')];
  const { clientId, deploymentId } = platform;
  const body = JSON.stringify({ client_id: clientId, deployment_id: deploymentId, notice_handlers: handlers });
  const numeric = /^\d+$/.test(clientId) ? body.replace(`"client_id":"${clientId}"`, `"client_id":${clientId}`) : body;
  sendAnswer(res, { status: 200, type: 'application/json; charset=utf-8', body: numeric });
}

// Canvas keeps one handler for each type of notice, on the tool's own host whatever its port; an empty one ends it.
function putHandler(platform: Platform, req: Request, res: Response): void {
  const wanted = subscription.safeParse(parseJson(String(req.body)));
  if (!wanted.success) {
    refuseService(platform, req, res, { status: 400, reason: wanted.error.issues[0]?.message ?? 'bad request' });
    return;
  }
  const { notice_type: type, handler: url, max_batch_size: maxBatchSize } = wanted.data;
  const hosts = platform.tool.launchUrls.map((launchUrl) => new URL(launchUrl).hostname);
  if (url !== '' && !hosts.includes(new URL(url).hostname)) {
    const reason = "Validation failed: Url should match tool's domain or redirect uri";
    refuseService(platform, req, res, { status: 400, reason });
    return;
  }
  if (url === '') platform.noticeHandlers.delete(type);
  else platform.noticeHandlers.set(type, { url, maxBatchSize: maxBatchSize ?? null });
  sendJson(res, 200, shown(type, platform.noticeHandlers.get(type)));
  // Whoever asks for the first kind is greeted at once; nobody waits for what the tool says to it.
  if (url !== '' && type === 'LtiHelloWorldNotice') void sendNotice(platform, { type }).catch(() => undefined);
}

/** Where a tool says which notices of the platform it wants (LTI-PNS 1.0); Canvas only. */
export function noticeRoutes(platform: Platform): Router {
  const router = Router();
  if (platform.profile !== 'canvas') return router;
  const gate = [express.text({ type: () => true }), serviceGate(platform), requireUserAgent(platform)];
  const allowed = (run: (req: Request, res: Response) => void) => (req: Request, res: Response) => {
    const isOurs = req.path === handlersPath(platform.deploymentId);
    const refusal =
      tokenRefusal(platform, req, [noticeScope]) ?? (isOurs ? null : { status: 404, reason: 'not found' });
    if (refusal) refuseService(platform, req, res, refusal);
    else run(req, res);
  };
  const path = '/api/lti/notice-handlers/:tool';
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
