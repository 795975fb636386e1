import { placeOf } from '@journeybook/outgoing';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type PageTools, refuse } from './launch/show-page.js';
import { refuseNotice } from './notices/notice-refusals.js';
import { isForNotices } from './notices/read-notice-body.js';
import { countRequests, type RequestLimits } from './request-limits.js';

/** What is answered from memory, to platforms' servers and to pages of ours that are open already. */
const cheap = new Set([
  '/jwks.json',
  '/cookies',
  '/check-browser.js',
  '/send-answer.js',
  '/register/close.js',
  '/opened',
]);

/** Refuses what comes too often from one address (429), before anything is read or looked up for it. */
export function limitRequests(tools: PageTools, limits: RequestLimits): RequestHandler {
  const launches = countRequests(limits.launches);
  const registrations = countRequests(limits.registrations);
  // Counted apart: a vendor sends the notices of all colleges from few addresses, and whoever floods them keeps no launch out.
  const notices = countRequests(limits.launches);
  return (request: Request, response: Response, next: NextFunction) => {
    if (cheap.has(request.path)) return next();
    const forNotices = isForNotices(request.path);
    const other = /^\/register\b/i.test(request.path) ? registrations : launches;
    const counter = forNotices ? notices : other;
    const seconds = counter.take(placeOf(request.ip));
    if (seconds === 0) return next();
    response.set('retry-after', String(seconds));
    if (forNotices) return refuseNotice(response, 'too-many-requests');
    refuse(tools, response, 'too-many-requests').catch(next);
  };
}
