import type { PlatformConnectionView, PlatformTroubleView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';
import { showInstant } from '../../ui/show-dates.js';

export const stateWords = {
  pending: { tone: 'wait', label: 'Waiting for approval' },
  blocked: { tone: 'stop', label: 'Blocked' },
  unused: { tone: 'plain', label: 'Not opened yet' },
  well: { tone: 'ok', label: 'Works' },
  troubled: { tone: 'stop', label: 'Needs attention' },
} as const satisfies Record<PlatformConnectionView['state'], { tone: BadgeTone; label: string }>;

const unanswered = 'Journeybook asks again by itself; if this stays, tell the administrator of the platform.';

const what = {
  answers: {
    'nobody-yet': `The platform does not answer. What was read and confirmed stays, and grades wait until it does. ${unanswered}`,
    'platform-administrator':
      'The platform has not answered for more than a day. What was read and confirmed stays, and grades wait until it does. Ask its administrator whether it runs, and whether Journeybook is still allowed to reach it.',
    instructor: '',
  },
  keys: {
    'nobody-yet': `The platform did not answer when Journeybook asked for its keys. ${unanswered}`,
    'platform-administrator':
      'The keys that the platform publishes cannot be used, so nobody can open Journeybook. The administrator of the platform can check its key address (JWKS).',
    instructor: '',
  },
  token: {
    'nobody-yet': `The platform did not answer when Journeybook asked for access. ${unanswered}`,
    'platform-administrator':
      'The platform gives Journeybook no access to learners and grades. Its administrator can check that Journeybook is switched on, and that it may use names and roles and the gradebook.',
    instructor: '',
  },
} as const;

const failed = {
  roster: 'A list of learners could not be read.',
  results: 'The grades of a course could not be read.',
  grades: 'A grade could not be delivered.',
} as const;

const fixers = {
  'platform-administrator': 'The administrator of the platform can put this right.',
  instructor: 'The instructor of the course can put this right.',
  'nobody-yet': unanswered,
} as const;

/** What is wrong, in one or two sentences, in which courses, and who can put it right. */
export function troubleWords({ kind, said, fixer, courses, moreCourses }: PlatformTroubleView): string {
  if (kind === 'answers' || kind === 'keys' || kind === 'token') return what[kind][fixer];
  return `${courseWords(courses, moreCourses)}${said ?? failed[kind]} ${fixers[fixer]}`;
}

/** The courses that something is a matter of, as the beginning of what is said of them. */
function courseWords(courses: readonly string[], more: number): string {
  if (courses.length === 0) return '';
  const quoted = courses.map((title) => `“${title}”`);
  const named = more > 0 ? [...quoted, `${more} more`] : quoted;
  const last = named.length > 1 ? ` and ${named.at(-1)}` : '';
  return `${(last ? named.slice(0, -1) : named).join(', ')}${last}: `;
}

/** Who corrects the addresses where the college does not by itself; null where it does. */
export const correctionWords = {
  everything: null,
  addresses: null,
  shared:
    'Another college is connected by the same issuer and client ID, so the people who run Journeybook correct these. Send them what the platform shows.',
  'by-invitation':
    'The platform registered these itself. If they changed there, connect it anew with a new invitation.',
  'by-command': 'The people who run Journeybook entered these and can correct them. Send them what the platform shows.',
} as const satisfies Record<PlatformConnectionView['correction'], string | null>;

/** Why nothing is asked for a while; null while the platform is asked. */
export const leftAloneWords = ({ leftAloneUntil }: PlatformConnectionView): string | null =>
  leftAloneUntil &&
  `It failed several times running, so Journeybook leaves it alone until ${showInstant(leftAloneUntil)}, then asks again.`;

/** No check finds out what the platform names in a launch. */
const unopened =
  ' Whether issuer and deployment ID are right shows when somebody opens Journeybook from a course there.';

/** What the last check found; null when there was none. */
export function checkWords({ check, leftAloneUntil, lastLaunchAt }: PlatformConnectionView): string | null {
  if (!check) return null;
  if (!check.doneAt) return leftAloneUntil ? 'The check waits until then.' : 'Asking the platform now …';
  if (!check.keysProblem && !check.tokenProblem)
    return `The platform answered: its keys and access to learners and grades are in order.${lastLaunchAt ? '' : unopened}`;
  return 'The platform did not give everything Journeybook needs; see above.';
}
