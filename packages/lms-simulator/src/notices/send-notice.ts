import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { claim } from '../claims/claim-names.js';
import type { Platform } from '../platform/platform.js';
import { signIdToken } from '../platform/sign-id-token.js';
import { canvasContextId, getCourse } from '../world/live-world.js';
import type { NoticeType } from './notice-handlers.js';

const LIFETIME_SECONDS = 3600;
const lti = 'https://purl.imsglobal.org/spec/lti/claim/';

export interface NoticeToSend {
  readonly type: NoticeType;
  /** The course the notice is about; for a copy, the new one. */
  readonly courseId?: string;
  /** The courses it was copied from. */
  readonly originCourseIds?: readonly string[];
  /** The notice's own id; the same one again is a duplicate. */
  readonly id?: string;
}

function claimsOf(platform: Platform, { type, courseId, originCourseIds, id }: NoticeToSend): JWTPayload {
  const now = platform.now();
  const iat = Math.floor(now.getTime() / 1000);
  const contextId = (course: string) => canvasContextId(getCourse(platform.world, course));
  const course = courseId === undefined ? undefined : getCourse(platform.world, courseId);
  const context = course ? { id: canvasContextId(course), label: course.label, title: course.title } : undefined;
  return {
    iss: platform.issuer,
    aud: platform.clientId,
    azp: platform.clientId,
    iat,
    exp: iat + LIFETIME_SECONDS,
    nonce: randomUUID(),
    [claim.version]: '1.3.0',
    [claim.deploymentId]: platform.deploymentId,
    [`${lti}notice`]: { id: id ?? randomUUID(), timestamp: now.toISOString(), type },
    ...(context ? { [claim.context]: context } : {}),
    ...(originCourseIds ? { [`${lti}origin_contexts`]: originCourseIds.map(contextId) } : {}),
  };
}

/** Sends one notice to the tool's handler, once: Canvas does not try again. Throws when the tool has not asked for it. */
export async function sendNotice(platform: Platform, notice: NoticeToSend): Promise<Response> {
  const handler = platform.noticeHandlers.get(notice.type);
  if (handler === undefined) throw new Error(`The tool has not asked for ${notice.type}`);
  const jwt = await signIdToken(platform, claimsOf(platform, notice));
  return fetch(handler, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notices: [{ jwt }] }),
  });
}
