import { html, raw } from '../html/html.js';
import { productNames } from '../pages/layout.js';
import { signInList } from '../pages/show-dashboard.js';
import { styles } from '../pages/styles.js';
import type { Platform } from '../platform/platform.js';
import { DEMO_COLLEGE } from './registrations.js';

const words = {
  moodle: 'Courses here: Blueprint Reading and Industrial Math.',
  canvas: 'Courses here: Quality Assurance and Continuous Improvement, and Safety for Manufacturing.',
} as const;

/** The front door of the demo: which platform, and as whom. */
export function landingPage(platforms: readonly Platform[]): string {
  const cards = platforms.map(
    (platform) => html`<section class="card" aria-label="${productNames[platform.profile]}">
<h2 style="margin-top:0"><a href="${platform.urls.base}/">${productNames[platform.profile]}</a></h2>
<p class="muted">${words[platform.profile]}</p>
${signInList(platform)}</section>`,
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${DEMO_COLLEGE}</title><style>${raw(styles.moodle)}</style></head>
<body><p class="simulated" style="margin:0">These are simulated platforms, for demonstration and tests.</p>
<main class="main"><h1>${DEMO_COLLEGE}</h1>
<p>The college teaches some courses in Moodle and some in Canvas. Choose a platform and who you are;
inside a course, open the activity to see Journeybook in the platform's own frame.</p>
<div class="cards">${cards}</div></main></body></html>
`.markup;
}
