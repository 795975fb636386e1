import type { Request, Response } from 'express';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { currentSession } from '../http/cookies.js';
import { queryValue } from '../http/query.js';
import { html } from '../html/html.js';
import { postFormPage } from '../html/post-form-page.js';
import { readDeepLinkData } from '../launch/deep-link-data.js';
import { showRefusal, sendPage } from '../pages/page-call.js';
import { layout } from '../pages/layout.js';
import type { Platform } from '../platform/platform.js';
import { getCourse, getPerson } from '../world/live-world.js';
import { type DeepLinkingAnswer, verifyDeepLinkingResponse } from './verify-response.js';

const SAVE_WITHIN_SECONDS = 3600;

const returnForm = z.object({ JWT: z.string().default(''), repost: z.string().optional() }).prefault({});

/** Moodle's return address: needs the session that asked, which comes along only in a form of our own site. */
export async function returnToMoodle(platform: Platform, req: Request, res: Response): Promise<void> {
  const form = returnForm.parse(req.body);
  const session = currentSession(platform, req);
  if (!session && !form.repost) {
    const fields = { JWT: form.JWT, repost: '1' };
    const action = new URL(req.originalUrl, platform.urls.base).href;
    sendPage(res, postFormPage({ id: 'repost', action, fields }).markup);
    return;
  }
  if (session?.sesskey !== queryValue(req, 'sesskey')) {
    showRefusal(platform, res, {
      status: 403,
      text: 'Your session has most likely timed out. Start again from the course.',
      person: null,
    });
    return;
  }
  await showSelection(platform, { req, res }, { courseId: queryValue(req, 'course') ?? '', jwt: form.JWT });
}

/** Canvas's return address: its own signed note says which course asked. */
export async function returnToCanvas(platform: Platform, req: Request, res: Response): Promise<void> {
  const courseId = await readDeepLinkData(platform, queryValue(req, 'data') ?? '');
  if (courseId === null || courseId !== req.params['course']) {
    showRefusal(platform, res, {
      status: 400,
      text: 'This answer belongs to no request of this platform.',
      person: null,
    });
    return;
  }
  await showSelection(platform, { req, res }, { courseId, jwt: returnForm.parse(req.body).JWT });
}

async function showSelection(
  platform: Platform,
  { req, res }: { req: Request; res: Response },
  { courseId, jwt }: { courseId: string; jwt: string },
): Promise<void> {
  const answer = await verifyDeepLinkingResponse(platform, jwt).catch((fault: unknown) => String(fault));
  const session = currentSession(platform, req);
  const person = session ? getPerson(platform.world, session.personId) : null;
  if (typeof answer === 'string') {
    showRefusal(platform, res, { status: 400, text: `The tool's answer was refused: ${answer}`, person });
    return;
  }
  const body = await selectionBody(platform, courseId, answer);
  sendPage(res, layout(platform, { title: 'Selected content', person, body }));
}

async function selectionBody(platform: Platform, courseId: string, { items, message, error }: DeepLinkingAnswer) {
  const course = getCourse(platform.world, courseId);
  const home = `${platform.urls.base}/courses/${course.id}`;
  const said = error ?? message;
  const note = said === null ? html`` : html`<p class="note" role="${error === null ? 'status' : 'alert'}">${said}</p>`;
  if (items.length === 0) {
    return html`${note}<p>Nothing was selected.</p><p><a href="${home}" target="_top">Back to ${course.title}</a></p>`;
  }
  // Canvas's assignment placement takes one item only.
  const taken = platform.profile === 'canvas' ? items.slice(0, 1) : items;
  const expiresAt = Math.floor(platform.now().getTime() / 1000) + SAVE_WITHIN_SECONDS;
  const selection = await new SignJWT({ course: course.id, items: taken })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(expiresAt)
    .sign(platform.hintSecret);
  const list = taken.map((item) => html`<li class="activity">${item.title ?? platform.world.toolName}</li>`);
  return html`${note}<ul class="plain">${list}</ul>
<form method="post" action="${home}/content" target="_top"><input type="hidden" name="selection" value="${selection}">
<button type="submit" class="primary">Save to ${course.title}</button></form>`;
}
