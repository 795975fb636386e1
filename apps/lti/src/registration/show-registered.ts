import type { Response } from 'express';
import { showPlainPage } from '../show-plain-page.js';
import type { RegisteredPlatform } from './register-platform.js';

/** Tells the platform that its window can go (LTI Dynamic Registration 1.0, 3.6); the words must be read first. */
export const closeScript = `document.getElementById('close').addEventListener('click', () => {
  const opener = window.opener ?? window.parent;
  opener.postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});
`;

const inCourse = 'In a course, add Journeybook as an activity or assignment and open it once.';

const nextSteps = {
  moodle: [
    'Close this window. Journeybook now stands among your tools as "Pending".',
    'Choose "Activate" on its card. Nobody can open it before.',
    'Choose the pencil on its card and set "Tool configuration usage" to "Show in activity chooser and as a preconfigured tool", or instructors will not find it, and "Accept grades from the tool" to "Always".',
    inCourse,
  ],
  canvas: [
    'Close this window and look at what Canvas shows: leave the permissions and placements as they are, then choose "Install App", or "Enable" in an older Canvas.',
    'If Canvas asks where to install it, choose the account of your college.',
    inCourse,
  ],
  generic: [
    'Close this window and switch Journeybook on in your learning platform.',
    'If your platform makes deployments one by one, make one for your college.',
    inCourse,
  ],
} as const;

const approve =
  'After that first opening, sign in to Journeybook, open "Platforms" and approve the installation that waits there.';

/** The last page of a registration: what the administrator does next in the platform, and the button that closes it. */
export function showRegistered(response: Response, { profile, name, collegeName, deployed }: RegisteredPlatform): void {
  showPlainPage(response, {
    status: 200,
    title: 'Connected',
    paragraphs: [`${name} is connected to ${collegeName}. What is left to do:`],
    steps: [...nextSteps[profile], ...(deployed ? [] : [approve])],
    script: '/lti/register/close.js',
    button: { id: 'close', label: 'Close this window' },
  });
}
