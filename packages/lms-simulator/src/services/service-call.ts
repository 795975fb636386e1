import type { Request, Response } from 'express';
import type { Platform } from '../platform/platform.js';
import { findCourse, type LiveCourse } from '../world/live-world.js';
import { pathValue, queryValue } from '../http/query.js';
import { type Column, findColumn } from '../gradebook/gradebook.js';
import { type Refusal, refuseService } from './refuse.js';

/** One authorised call of a service, with the course it is about. */
export interface ServiceCall {
  readonly platform: Platform;
  readonly course: LiveCourse;
  readonly req: Request;
  readonly res: Response;
}

export interface ColumnCall extends ServiceCall {
  readonly column: Column;
}

interface MediaTypes {
  /** What a GET may accept. */
  readonly accepts?: string;
  /** What a POST or PUT has to be. */
  readonly contentType?: string;
}

export interface ServiceRules extends MediaTypes {
  /** Any one of these is enough. */
  readonly scopes: readonly string[];
  /** Whether Canvas still answers once the course has been concluded. */
  readonly outlivesCourse?: boolean;
}

const canvasConcluded = {
  404: { status: 404, reason: 'The specified resource does not exist.' },
  422: {
    status: 422,
    reason: 'This course has concluded. AGS requests will no longer be accepted for this course.',
  },
} as const;

// Moodle looks for a handler by media type before it asks who is calling.
function mediaRefusal(req: Request, { accepts, contentType }: MediaTypes): Refusal | null {
  const accept = req.headers.accept ?? '';
  const listed = accept.split(',').map((type) => type.split(';')[0]?.trim());
  if (accepts && accept && !accept.includes('*/*') && !listed.includes(accepts)) {
    return { status: 400, reason: 'No handler found for this media type' };
  }
  const sent = (req.headers['content-type'] ?? '').split(';')[0]?.trim();
  if (contentType && sent !== contentType) return { status: 400, reason: 'No handler found for this media type' };
  return null;
}

/** Why a call's bearer token does not do, or null; any one of the scopes is enough. */
export function tokenRefusal(platform: Platform, req: Request, scopes: readonly string[]): Refusal | null {
  const bearer = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  const token = bearer === undefined ? undefined : platform.tokens.find(bearer, platform.now());
  if (!token) return { status: 401, reason: 'Access token invalid or expired' };
  if (!token.scopes.some((scope) => scopes.includes(scope))) return { status: 401, reason: 'Insufficient permissions' };
  return null;
}

/** Checks media type, token, scope and course; refuses and returns null when one of them does not hold. */
export function openCall(
  platform: Platform,
  { req, res }: { req: Request; res: Response },
  rules: ServiceRules,
): ServiceCall | null {
  const isMoodle = platform.profile === 'moodle';
  const course = findCourse(platform.world, pathValue(req, 'course'));
  const isColumns = isMoodle && /\/lineitems(\/|\?|$)/.test(req.originalUrl);
  const strange = isColumns && queryValue(req, 'type_id') !== platform.deploymentId;
  const isOver = !isMoodle && course?.concluded && !rules.outlivesCourse;
  const refusal =
    (isMoodle ? mediaRefusal(req, rules) : null) ??
    tokenRefusal(platform, req, rules.scopes) ??
    (strange ? { status: 401, reason: 'Unauthorized: not a column of this tool' } : null) ??
    (isOver ? canvasConcluded[platform.settings.concludedStatus] : null);
  if (refusal || !course) {
    refuseService(platform, req, res, refusal ?? { status: 404, reason: 'Context not found' });
    return null;
  }
  return { platform, course, req, res };
}

/** Like `openCall`, for one line item; 404 when the course has no such column. */
export function openColumnCall(
  platform: Platform,
  http: { req: Request; res: Response },
  rules: ServiceRules,
): ColumnCall | null {
  const call = openCall(platform, http, rules);
  if (!call) return null;
  const column = findColumn(platform.gradebook, call.course.id, pathValue(http.req, 'item'));
  if (!column) {
    refuseService(platform, http.req, http.res, { status: 404, reason: 'Line item not found' });
    return null;
  }
  return { ...call, column };
}
