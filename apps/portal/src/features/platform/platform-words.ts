import type { PlatformConnectionView, PlatformTroubleView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';

export const stateWords = {
  pending: { tone: 'wait', label: 'Waiting for approval' },
  blocked: { tone: 'stop', label: 'Blocked' },
  unused: { tone: 'plain', label: 'Not opened yet' },
  well: { tone: 'ok', label: 'Works' },
  troubled: { tone: 'stop', label: 'Needs attention' },
} as const satisfies Record<PlatformConnectionView['state'], { tone: BadgeTone; label: string }>;

const unanswered = 'Journeybook asks again by itself; if this stays, tell the administrator of the platform.';

const what = {
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

const fixers = {
  'platform-administrator': 'The administrator of the platform can put this right.',
  instructor: 'The instructor of the course can put this right.',
  'nobody-yet': unanswered,
} as const;

/** What is wrong, in one or two sentences, and who can put it right. */
export function troubleWords({ kind, said, fixer }: PlatformTroubleView): string {
  if (kind === 'keys' || kind === 'token') return what[kind][fixer];
  const failed = kind === 'roster' ? 'A list of learners could not be read.' : 'A grade could not be delivered.';
  return `${said ?? failed} ${fixers[fixer]}`;
}

/** What the last check found; null when there was none. */
export function checkWords({ check }: PlatformConnectionView): string | null {
  if (!check) return null;
  if (!check.doneAt) return 'Asking the platform now …';
  if (!check.keysProblem && !check.tokenProblem)
    return 'The platform answered: its keys and access to learners and grades are in order.';
  return 'The platform did not give everything Journeybook needs; see above.';
}
