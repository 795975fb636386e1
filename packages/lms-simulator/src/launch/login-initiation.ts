import type { Request, Response } from 'express';
import { currentSession } from '../http/cookies.js';
import { postFormPage } from '../html/post-form-page.js';
import type { Platform } from '../platform/platform.js';
import { beginLaunch, type LaunchRequest } from './begin-launch.js';

/**
 * Starts the third-party-initiated login in the browser that asks: Moodle posts a form to the
 * tool, Canvas redirects. Answers 403 to somebody who is not signed in, and for a
 * tool that is not active.
 */
export async function initiateLogin(
  platform: Platform,
  { req, res }: { req: Request; res: Response },
  launch: LaunchRequest,
): Promise<void> {
  const session = currentSession(platform, req);
  if (!session) {
    res.status(403).type('text').send('Sign in to the platform first.');
    return;
  }
  if (!platform.registered.active) {
    res.status(403).type('text').send('The tool waits for the administrator to activate it.');
    return;
  }
  const fields = await beginLaunch(platform, session, launch);
  res.setHeader('cache-control', 'no-store');
  if (platform.profile === 'moodle') {
    const form = { id: 'ltiInitiateLoginForm', action: platform.tool.loginUrl, fields };
    res.type('html').send(postFormPage(form).markup);
    return;
  }
  const target = new URL(platform.tool.loginUrl);
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
  res.redirect(target.href);
}
