import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { claim } from '../claims/claim-names.js';
import type { Platform } from '../platform/platform.js';
import { signIdToken } from '../platform/sign-id-token.js';
import { canvasContextId, getCourse } from '../world/live-world.js';
import type { NoticeType } from './notice-types.js';

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

/** The course the notice is about, else the account in which the tool is installed, as the end of the deployment's id names it. */
function contextOf(platform: Platform, courseId: string | undefined): object {
  if (courseId === undefined)
    return { id: platform.deploymentId.split(':')[1], title: platform.world.college.name, type: ['Account'] };
  const course = getCourse(platform.world, courseId);
  return {
    id: canvasContextId(course),
    label: course.label,
    title: course.title,
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  };
}

const greeting = {
  title: 'Hello World!',
  message: 'Congratulations! You have successfully subscribed to LtiHelloWorldNotice in Canvas.',
};

/** What a notice says; it names no person (canvas: app/models/lti/pns). */
export function noticeClaims(platform: Platform, notice: NoticeToSend): JWTPayload {
  const { type, courseId, originCourseIds, id } = notice;
  const now = platform.now();
  const iat = Math.floor(now.getTime() / 1000);
  const contextId = (course: string) => canvasContextId(getCourse(platform.world, course));
  return {
    iss: platform.issuer,
    aud: platform.clientId,
    azp: platform.clientId,
    iat,
    exp: iat + LIFETIME_SECONDS,
    nonce: randomUUID(),
    [claim.version]: '1.3.0',
    [claim.deploymentId]: platform.deploymentId,
    [`${lti}notice`]: { id: id ?? randomUUID(), timestamp: now.toISOString().replace(/\.\d+Z$/, 'Z'), type },
    [claim.context]: contextOf(platform, courseId),
    ...(originCourseIds ? { [`${lti}origin_contexts`]: originCourseIds.map(contextId) } : {}),
    ...(type === 'LtiHelloWorldNotice' ? { 'https://www.instructure.com/hello_world': greeting } : {}),
  };
}

/**
 * Sends notices of one type to the tool's handler, each once: Canvas does not try again. A handler that takes only so many at a time
 * gets several deliveries; answered is the last. Throws when the tool has not asked for that type.
 */
export async function sendNotice(platform: Platform, ...notices: [NoticeToSend, ...NoticeToSend[]]): Promise<Response> {
  const [{ type }] = notices;
  const handler = platform.noticeHandlers.get(type);
  if (handler === undefined) throw new Error(`The tool has not asked for ${type}`);
  const signed = await Promise.all(notices.map((notice) => signIdToken(platform, noticeClaims(platform, notice))));
  const size = handler.maxBatchSize ?? signed.length;
  let answer: Response | undefined;
  for (let from = 0; from < signed.length; from += size)
    answer = await deliver(handler.url, signed.slice(from, from + size));
  if (!answer) throw new Error('no notice was sent');
  return answer;
}

const deliver = (url: string, tokens: readonly string[]): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ notices: tokens.map((jwt) => ({ jwt })) }),
  });
