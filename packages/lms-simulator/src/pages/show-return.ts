import type { Request, Response } from 'express';
import { currentSession } from '../http/cookies.js';
import { html } from '../html/html.js';
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
  const message = error ?? queryValue(req, 'lti_msg') ?? `You have left ${platform.world.toolName}.`;
  const back = `${platform.urls.base}/${course ? `courses/${course.id}` : ''}`;
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
