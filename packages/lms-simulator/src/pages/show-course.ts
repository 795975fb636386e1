import { html, type Html } from '../html/html.js';
import { capabilitiesScript } from './capabilities.js';
import { layout } from './layout.js';
import { type CoursePageCall, sendPage, showRefusal } from './page-call.js';
import { findLink } from '../world/live-world.js';
import { pathValue } from '../http/query.js';

const withoutTags = (text: string): string => text.replace(/<[^>]*>/g, '');

/** A course with its activities. */
export function showCourse({ platform, res, course, person, isInstructor }: CoursePageCall): void {
  const home = `${platform.urls.base}/courses/${course.id}`;
  const activities = course.resourceLinks.map(
    (link) => html`<li class="activity"><a href="${home}/activities/${link.id}">${link.title}</a>
<div class="muted">${withoutTags(link.description)}</div></li>`,
  );
  const add =
    isInstructor && platform.registered.offersDeepLinking
      ? html`<p><a href="${home}/content/new">Add content from ${platform.world.toolName}</a></p>`
      : html``;
  const list =
    activities.length > 0 ? html`<ul class="plain">${activities}</ul>` : html`<p>There are no activities yet.</p>`;
  const body = html`<h2>Activities</h2>${list}${add}`;
  sendPage(res, layout(platform, { title: course.title, person, course, at: 'course', body }));
}

/** An activity: the tool in a frame, or a link that opens it in a window of its own. */
export function showActivity(call: CoursePageCall): void {
  const { platform, req, res, course, person } = call;
  const link = findLink(course, pathValue(req, 'link'));
  if (!link) {
    showRefusal(platform, res, { status: 404, text: 'There is no such activity.', person });
    return;
  }
  const launch = `${platform.urls.base}/courses/${course.id}/activities/${link.id}/launch`;
  const opened =
    link.container === 'window'
      ? html`<p><a href="${launch}" target="_blank" rel="opener">Open in a new window</a></p>`
      : toolFrame(call, launch);
  const body = html`<h2 class="activity-title">${link.title}</h2>${opened}`;
  const fillsWindow = link.container !== 'window';
  sendPage(res, layout(platform, { title: link.title, person, course, at: 'course', fillsWindow, body }));
}

/** Canvas: the tool from the course menu, without an activity of its own. */
export function showToolFromMenu(call: CoursePageCall): void {
  const { platform, res, course, person } = call;
  const body = toolFrame(call, `${platform.urls.base}/courses/${course.id}/tool/launch`);
  sendPage(
    res,
    layout(platform, { title: platform.world.toolName, person, course, at: 'tool', fillsWindow: true, body }),
  );
}

/** The frame that starts a launch; in Canvas beside the frame that keeps the tool's state for it. */
export function toolFrame({ platform }: CoursePageCall, launchUrl: string): Html {
  const forwarding =
    platform.profile === 'canvas'
      ? html`${capabilitiesScript}<iframe class="hidden-frame" name="post_message_forwarding" title="Message forwarding" src="${platform.urls.base}/post_message_forwarding"></iframe>`
      : html``;
  return html`${forwarding}<iframe class="frame" title="${platform.world.toolName}" src="${launchUrl}" allow="clipboard-write"></iframe>`;
}
