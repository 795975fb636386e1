import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { sendAnswer, sendJson } from '../http/answer.js';
import type { Fault } from '../platform/fault.js';
import type { Platform } from '../platform/platform.js';

/** Path and query as the tool asked for them, without the platform's own mount path. */
function pathUnder(platform: Platform, req: Request): string {
  const mount = new URL(platform.urls.base).pathname.replace(/\/$/, '');
  return req.originalUrl.startsWith(mount) ? req.originalUrl.slice(mount.length) : req.originalUrl;
}

// The entry exists from the first moment and reads its status from the answer: a tool that has its
// answer finds it in the log, however late the connection closes.
function log(platform: Platform, req: Request, res: Response): void {
  let answer: Response | null = res;
  let final = 0;
  const end = platform.requests.begin();
  res.on('finish', end);
  res.on('close', () => {
    end();
    final = res.writableFinished ? res.statusCode : 0;
    answer = null;
  });
  platform.requests.add({
    method: req.method,
    path: pathUnder(platform, req),
    headers: Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)])),
    body: typeof req.body === 'string' ? req.body : '',
    at: platform.now(),
    get status() {
      if (!answer) return final;
      return answer.headersSent ? answer.statusCode : 0;
    },
  });
}

function spoil(fault: Fault, res: Response, next: NextFunction): void {
  switch (fault.kind) {
    case 'status':
      sendAnswer(res, {
        status: fault.status,
        type: 'application/json; charset=utf-8',
        body: fault.body ?? '',
        ...(fault.headers ? { headers: fault.headers } : {}),
      });
      return;
    case 'html':
      sendAnswer(res, {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: '<!doctype html><title>Maintenance</title><p>Back soon.</p>',
      });
      return;
    case 'half-page':
      res.locals['halfPage'] = true;
      next();
      return;
    case 'slow':
      setTimeout(next, fault.delayMs);
      return;
    case 'hang':
  }
}

/** Stands before everything the tool's server calls: logs it, spoils it on request, and applies Canvas's own demands. */
export function serviceGate(platform: Platform): RequestHandler {
  return (req, res, next) => {
    log(platform, req, res);
    if (platform.profile === 'canvas') {
      res.setHeader('x-request-cost', '0.0214');
      res.setHeader('x-rate-limit-remaining', '600.0');
    }
    const fault = platform.faults.take(pathUnder(platform, req));
    if (fault) spoil(fault, res, next);
    else next();
  };
}

/** Canvas refuses a service call without a User-Agent since January 2026. */
export function requireUserAgent(platform: Platform): RequestHandler {
  return (req, res, next) => {
    if (platform.profile === 'canvas' && !req.headers['user-agent']) {
      sendJson(res, 403, { errors: { type: 'forbidden', message: 'A User-Agent header is required' } });
      return;
    }
    next();
  };
}
