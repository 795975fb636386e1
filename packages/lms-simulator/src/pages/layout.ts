import { teaches } from '../claims/roles.js';
import { html, type Html, raw } from '../html/html.js';
import type { Platform } from '../platform/platform.js';
import { findEnrolment, fullName, type LiveCourse } from '../world/live-world.js';
import type { LmsPerson } from '../world/world.js';
import { styles } from './styles.js';

export interface Page {
  readonly title: string;
  readonly person: LmsPerson | null;
  readonly course?: LiveCourse;
  /** The menu entry the page belongs to. */
  readonly at?: 'course' | 'gradebook' | 'people' | 'tool';
  /** The page is as high as the window and its frame takes what is left, so that only the frame scrolls. */
  readonly fillsWindow?: boolean;
  readonly body: Html;
}

export const productNames = { moodle: 'Moodle', canvas: 'Canvas' } as const;

function topBar(platform: Platform, person: LmsPerson | null): Html {
  const { base } = platform.urls;
  const who = person
    ? html`<div class="who"><span>Signed in as <strong>${fullName(person)}</strong></span>
<form method="post" action="${base}/sign-out"><button type="submit">Sign out</button></form></div>`
    : html``;
  return html`<header class="top"><a class="site" href="${base}/">${platform.world.college.name}</a>${who}</header>`;
}

function sideBar(platform: Platform): Html {
  const { base } = platform.urls;
  return html`<nav class="side" aria-label="Platform"><a href="${base}/">Dashboard</a></nav>`;
}

function courseMenu(platform: Platform, course: LiveCourse, { person, at }: Page): Html {
  const home = `${platform.urls.base}/courses/${course.id}`;
  const entry = (key: Page['at'], text: string, href: string) =>
    html`<li><a href="${href}" ${raw(at === key ? 'aria-current="page"' : '')}>${text}</a></li>`;
  const role = person ? findEnrolment(course, person.id)?.role : undefined;
  const grades = teaches(role) ? 'Gradebook' : 'My grades';
  const tool = platform.profile === 'canvas' ? entry('tool', platform.world.toolName, `${home}/tool`) : html``;
  return html`<nav class="course-menu" aria-label="Course"><ul class="plain">
${entry('course', 'Course', home)}${entry('gradebook', grades, `${home}/grades`)}${entry('people', 'People', `${home}/people`)}${tool}
</ul></nav>`;
}

function breadcrumb(platform: Platform, { course }: Page): Html {
  const { base } = platform.urls;
  if (!course) return html``;
  return html`<nav class="breadcrumb" aria-label="Breadcrumb"><a href="${base}/">My courses</a> / <a href="${base}/courses/${course.id}">${course.label}</a></nav>`;
}

/** A whole page in the look of the product, marked as a simulation. */
export function layout(platform: Platform, page: Page): string {
  const { course, person, title, body, fillsWindow = false } = page;
  const content = html`<div class="content">${body}</div>`;
  const main = course
    ? html`${breadcrumb(platform, page)}<h1>${course.title}</h1><div class="with-menu">${courseMenu(platform, course, page)}${content}</div>`
    : html`<h1>${title}</h1>${content}`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${platform.world.college.name}</title><style>${raw(styles[platform.profile])}</style></head>
<body><div class="layout${fillsWindow ? ' fills-window' : ''}"><p class="simulated" style="margin:0">This is a simulated platform with the behaviour of ${productNames[platform.profile]}, for demonstration and tests.</p>
${sideBar(platform)}${topBar(platform, person)}<main class="main">${main}</main></div></body></html>
`.markup;
}
