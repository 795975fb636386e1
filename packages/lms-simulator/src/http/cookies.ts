import type { Request, Response } from 'express';
import type { Platform } from '../platform/platform.js';
import type { LmsSession } from '../platform/sessions.js';

const names = { moodle: 'MoodleSession', canvas: 'canvas_session' } as const;

function readCookie(req: Request, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Who is signed in with this browser, if anybody. */
export function currentSession(platform: Platform, req: Request): LmsSession | undefined {
  return platform.sessions.find(readCookie(req, names[platform.profile]));
}

/** Signs somebody in: a cookie under the platform's own path, so that two platforms on one host keep apart. */
export function startSession(platform: Platform, res: Response, personId: string): LmsSession {
  const session = platform.sessions.start(personId);
  const { pathname, protocol } = new URL(`${platform.urls.base}/`);
  res.cookie(names[platform.profile], session.id, {
    path: pathname,
    httpOnly: true,
    sameSite: 'lax',
    secure: protocol === 'https:',
  });
  return session;
}

export function endSession(platform: Platform, req: Request, res: Response): void {
  const session = currentSession(platform, req);
  if (session) platform.sessions.end(session.id);
  res.clearCookie(names[platform.profile], { path: new URL(`${platform.urls.base}/`).pathname });
}
