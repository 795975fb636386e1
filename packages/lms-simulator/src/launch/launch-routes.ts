import express, { Router, type Request, type Response } from 'express';
import { currentSession } from '../http/cookies.js';
import { pathValue } from '../http/query.js';
import type { Platform } from '../platform/platform.js';
import { findCourse, findEnrolment, findLink, type LiveCourse } from '../world/live-world.js';
import { authorize } from './authorize.js';
import { initiateLogin } from './login-initiation.js';

/** Where a browser starts a launch, and where the tool sends it back to. */
export function launchRoutes(platform: Platform): Router {
  const router = Router();
  const authPath = new URL(platform.urls.auth).pathname.slice(
    new URL(platform.urls.base).pathname.replace(/\/$/, '').length,
  );
  const form = express.text({ type: 'application/x-www-form-urlencoded', limit: '1mb' });
  router.get(authPath, (req, res) => authorize(platform, req, res));
  router.post(authPath, form, (req: Request, res: Response) => authorize(platform, req, res));

  router.get('/courses/:course/activities/:link/launch', (req, res) => launchActivity(platform, req, res));
  if (platform.profile === 'canvas') {
    router.get('/courses/:course/tool/launch', (req, res) => launchFromMenu(platform, req, res));
  }
  return router;
}

async function launchActivity(platform: Platform, req: Request, res: Response): Promise<void> {
  const course = findCourse(platform.world, pathValue(req, 'course'));
  const link = course && findLink(course, pathValue(req, 'link'));
  if (!course || !link) refuse(res, 404, 'There is no such activity.');
  else if (!mayEnter(platform, req, course)) refuse(res, 403, 'You are not in this course.');
  else await initiateLogin(platform, { req, res }, { message: 'resource-link', courseId: course.id, linkId: link.id });
}

async function launchFromMenu(platform: Platform, req: Request, res: Response): Promise<void> {
  const course = findCourse(platform.world, pathValue(req, 'course'));
  if (!course) refuse(res, 404, 'There is no such course.');
  else if (!mayEnter(platform, req, course)) refuse(res, 403, 'You are not in this course.');
  else await initiateLogin(platform, { req, res }, { message: 'resource-link', courseId: course.id });
}

function mayEnter(platform: Platform, req: Request, course: LiveCourse): boolean {
  const session = currentSession(platform, req);
  return session !== undefined && findEnrolment(course, session.personId)?.state === 'active';
}

function refuse(res: Response, status: number, text: string): void {
  res.status(status).type('text').send(text);
}
