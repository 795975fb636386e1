import type { Request, Response } from 'express';
import { currentSession } from '../http/cookies.js';
import { html, raw } from '../html/html.js';
import { queryValue } from '../http/query.js';
import type { Platform } from '../platform/platform.js';
import { findCourse, getPerson } from '../world/live-world.js';
import { layout } from './layout.js';
import { sendPage } from './page-call.js';

/** Where the tool sends a person back to, with `lti_msg` or `lti_errormsg` to show (LTI 1.3 §5.3.5). */
export function showReturn(platform: Platform, req: Request, res: Response): void {
  const session = currentSession(platform, req);
  const courseId = req.params['course'] ?? queryValue(req, 'course');
  const course = findCourse(platform.world, typeof courseId === 'string' ? courseId : '');
  const error = queryValue(req, 'lti_errormsg');
  const message = error ?? queryValue(req, 'lti_msg');
  const back = `${platform.urls.base}/${course ? `courses/${course.id}` : ''}`;
  if (message === undefined) return leaveWithoutWords(platform, { req, res, back });
  const body = html`<p class="note" role="${error === undefined ? 'status' : 'alert'}">${message}</p>
<p><a href="${back}" target="_top">Back to ${course?.title ?? 'my courses'}</a></p>`;
  const person = session ? getPerson(platform.world, session.personId) : null;
  sendPage(
    res,
    layout(platform, {
      title: error === undefined ? 'Back from the tool' : 'The tool reports a problem',
      person,
      body,
    }),
  );
}

/**
 * What either product does when there is nothing to say. Moodle shows the course, but leaves its frame by a script where it had launched
 * into one (`launch_container` 2 and 3), and so shows an empty page in a window (mod/lti/return.php). Canvas waits for the page around its
 * frame and leads nowhere itself (ui/features/external_content_success).
 */
function leaveWithoutWords(
  { profile }: Platform,
  { req, res, back }: { readonly req: Request; readonly res: Response; readonly back: string },
): void {
  if (profile === 'canvas') {
    sendPage(
      res,
      html`<!doctype html><title>Success</title><p>Success! This popup should close on its own...</p>`.markup,
    );
  } else if (['2', '3'].includes(queryValue(req, 'launch_container') ?? '')) {
    const address = JSON.stringify(back).replaceAll('<', '\\u003c');
    sendPage(
      res,
      html`<!doctype html><title></title><script>${raw(`if (window != top) top.location.href = ${address};`)}</script>`
        .markup,
    );
  } else res.redirect(303, back);
}
