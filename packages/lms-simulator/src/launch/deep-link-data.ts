import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Platform } from '../platform/platform.js';
import type { PendingLaunch } from '../platform/sessions.js';

const LIFETIME_SECONDS = 3600;

/** The signed note that Canvas puts into the return address of deep linking. */
export function signDeepLinkData(platform: Platform, pending: PendingLaunch): Promise<string> {
  return new SignJWT({ course: pending.courseId, jti: randomUUID() })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
    .setExpirationTime(Math.floor(platform.now().getTime() / 1000) + LIFETIME_SECONDS)
    .sign(platform.hintSecret);
}

/** The course a deep-linking answer belongs to, or null when the note is not ours or too old. */
export async function readDeepLinkData(platform: Platform, data: string): Promise<string | null> {
  const verified = await jwtVerify(data, platform.hintSecret, { currentDate: platform.now() }).catch(() => null);
  const course = verified?.payload['course'];
  return typeof course === 'string' ? course : null;
}
