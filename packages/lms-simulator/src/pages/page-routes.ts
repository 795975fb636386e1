import express, { Router, type Request, type Response } from 'express';
import { endSession, startSession } from '../http/cookies.js';
import type { Platform } from '../platform/platform.js';
import { findPerson } from '../world/live-world.js';
import { avatarPng } from './avatar.js';
import { messageForwardingPage } from './message-forwarding.js';
import { coursePage, instructorPage, sendPage, showRefusal } from './page-call.js';
import { saveGrade } from './save-grade.js';
import { showActivity, showCourse, showToolFromMenu } from './show-course.js';
import { showDashboard } from './show-dashboard.js';
import { showGradebook } from './show-gradebook.js';
import { changePeople, showPeople } from './show-people.js';
import { showReturn } from './show-return.js';

const form = express.urlencoded({ extended: false });

function signIn(
  platform: Platform,
  req: Request<unknown, unknown, { person?: string } | undefined>,
  res: Response,
): void {
  const person = findPerson(platform.world, req.body?.person ?? '');
  if (!person) {
    showRefusal(platform, res, { status: 404, text: 'There is no such person.', person: null });
    return;
  }
  startSession(platform, res, person.id);
  res.redirect(303, `${platform.urls.base}/`);
}

/** The pages people see. */
export function pageRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/', (req, res) => showDashboard(platform, req, res));
  router.post('/sign-in', form, (req, res) => signIn(platform, req, res));
  router.post('/sign-out', (req, res) => {
    endSession(platform, req, res);
    res.redirect(303, `${platform.urls.base}/`);
  });
  router.get('/courses/:course', coursePage(platform, showCourse));
  router.get('/courses/:course/activities/:link', coursePage(platform, showActivity));
  router.get('/courses/:course/grades', coursePage(platform, showGradebook));
  router.post('/courses/:course/grades', form, instructorPage(platform, saveGrade));
  router.get('/courses/:course/people', coursePage(platform, showPeople));
  router.post('/courses/:course/people', form, instructorPage(platform, changePeople));
  if (platform.profile === 'canvas') {
    router.get('/courses/:course/tool', coursePage(platform, showToolFromMenu));
    router.get('/courses/:course/external_content/success/:kind', (req, res) => showReturn(platform, req, res));
    router.get('/post_message_forwarding', (_req, res) => sendPage(res, messageForwardingPage));
    router.get('/images/messages/avatar-50.png', (_req, res) => {
      res.type('png').send(avatarPng);
    });
  } else {
    router.get('/mod/lti/return.php', (req, res) => showReturn(platform, req, res));
  }
  return router;
}
