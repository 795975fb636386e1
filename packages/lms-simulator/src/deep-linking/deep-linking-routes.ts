import express, { Router } from 'express';
import { html } from '../html/html.js';
import { initiateLogin } from '../launch/login-initiation.js';
import { layout } from '../pages/layout.js';
import { coursePage, type CoursePageCall, instructorPage, sendPage, showRefusal } from '../pages/page-call.js';
import { toolFrame } from '../pages/show-course.js';
import type { Platform } from '../platform/platform.js';
import { saveSelection } from './save-selection.js';
import { returnToCanvas, returnToMoodle } from './show-selection.js';

const form = express.urlencoded({ extended: false, limit: '1mb' });

function showPicker(call: CoursePageCall): void {
  const { platform, res, course, person } = call;
  const launch = `${platform.urls.base}/courses/${course.id}/content/launch`;
  const body = html`<h2 class="activity-title">Select content</h2>${toolFrame(call, launch)}`;
  sendPage(res, layout(platform, { title: 'Select content', person, course, at: 'course', fillsWindow: true, body }));
}

// Canvas lets learners through (a homework submission); Moodle asks for the right to manage activities.
function startPicker({ platform, req, res, course, person, isInstructor }: CoursePageCall): Promise<void> | void {
  if (platform.profile === 'moodle' && !isInstructor) {
    showRefusal(platform, res, { status: 403, text: 'Only instructors may do this.', person });
    return;
  }
  return initiateLogin(platform, { req, res }, { message: 'deep-linking', courseId: course.id });
}

function whenOffered(show: (call: CoursePageCall) => void | Promise<void>) {
  return (call: CoursePageCall): void | Promise<void> => {
    const { platform, res, person } = call;
    if (platform.registered.offersDeepLinking) return show(call);
    showRefusal(platform, res, { status: 404, text: `${platform.world.toolName} offers no content to add.`, person });
  };
}

/** Choosing content in the tool (LTI Deep Linking 2.0): the way there, the way back, and saving it. */
export function deepLinkingRoutes(platform: Platform): Router {
  const router = Router();
  router.get('/courses/:course/content/new', instructorPage(platform, whenOffered(showPicker)));
  router.get('/courses/:course/content/launch', coursePage(platform, whenOffered(startPicker)));
  router.post('/courses/:course/content', form, instructorPage(platform, saveSelection));
  if (platform.profile === 'moodle') {
    router.post('/mod/lti/contentitem_return.php', form, (req, res) => returnToMoodle(platform, req, res));
  } else {
    router.post('/courses/:course/deep_linking_response', form, (req, res) => returnToCanvas(platform, req, res));
  }
  return router;
}
