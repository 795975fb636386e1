import type { Request, RequestHandler, Response } from 'express';
import { teaches } from '../claims/roles.js';
import { currentSession } from '../http/cookies.js';
import { pathValue } from '../http/query.js';
import { html } from '../html/html.js';
import type { Platform } from '../platform/platform.js';
import type { LmsSession } from '../platform/sessions.js';
import { findCourse, findEnrolment, getPerson, type LiveCourse } from '../world/live-world.js';
import type { LmsEnrolment, LmsPerson } from '../world/world.js';
import { layout } from './layout.js';

/** Somebody who is in a course and asks for one of its pages. */
export interface CoursePageCall {
  readonly platform: Platform;
  readonly req: Request;
  readonly res: Response;
  readonly session: LmsSession;
  readonly person: LmsPerson;
  readonly course: LiveCourse;
  readonly enrolment: LmsEnrolment;
  readonly isInstructor: boolean;
}

/** Shows a page that says why something is not possible. */
export function showRefusal(
  platform: Platform,
  res: Response,
  { status, text, person }: { status: number; text: string; person: LmsPerson | null },
): void {
  const title = status === 404 ? 'Not found' : 'Not possible';
  const body = html`<p class="note">${text}</p><p><a href="${platform.urls.base}/">Back to my courses</a></p>`;
  res.status(status).type('html').send(layout(platform, { title, person, body }));
}

/** A page of a course: sends strangers to the sign-in page and refuses people who are not, or no longer, in it. */
export function coursePage(platform: Platform, show: (call: CoursePageCall) => void | Promise<void>): RequestHandler {
  return async (req, res) => {
    const session = currentSession(platform, req);
    if (!session) {
      res.redirect(303, `${platform.urls.base}/`);
      return;
    }
    const person = getPerson(platform.world, session.personId);
    const course = findCourse(platform.world, pathValue(req, 'course'));
    const enrolment = course && findEnrolment(course, person.id);
    if (!course) showRefusal(platform, res, { status: 404, text: 'There is no such course.', person });
    else if (enrolment?.state !== 'active') {
      showRefusal(platform, res, { status: 403, text: 'You are not enrolled in this course.', person });
    } else
      await show({ platform, req, res, session, person, course, enrolment, isInstructor: teaches(enrolment.role) });
  };
}

/** The same for what only instructors may do. */
export function instructorPage(
  platform: Platform,
  show: (call: CoursePageCall) => void | Promise<void>,
): RequestHandler {
  return coursePage(platform, (call) => {
    if (call.isInstructor) return show(call);
    showRefusal(platform, call.res, { status: 403, text: 'Only instructors may do this.', person: call.person });
  });
}

export function sendPage(res: Response, markup: string): void {
  res.setHeader('cache-control', 'no-store');
  res.type('html').send(markup);
}
