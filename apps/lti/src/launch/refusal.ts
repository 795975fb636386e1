/** Why a login or a launch was refused. Kinds are stable: they are in the log and on the page. */
export type LaunchRefusal = keyof typeof launchRefusals;

export interface Explanation {
  /** One sentence: what happened. */
  readonly what: string;
  /** What to do now, and who does it. */
  readonly next: string;
  /** 401 when left out (LTI security framework 1.0): who is known and may not is told 403, who comes too often 429. */
  readonly status?: 403 | 429;
}

const again = 'Go back to your course and open Journeybook again.';
const tellAdministrator = `${again} If this page returns, send the number below to your learning platform administrator.`;
const unverified = {
  what: 'What your learning platform sent could not be verified, so nothing was opened.',
  next: tellAdministrator,
} satisfies Explanation;
const incomplete = {
  what: 'Your learning platform left out something that every launch must say.',
  next: 'Send the number below to your learning platform administrator, who can check how Journeybook is set up there.',
} satisfies Explanation;
const askToApprove =
  'Whoever manages learning platforms for your college signs in to Journeybook, opens "Platforms" and approves it there; then this same link works. Nothing about you was kept.';

/** What people read. The details that say more than that are in the log under the incident's number. */
export const launchRefusals = {
  'login-incomplete': incomplete,
  'form-unreadable': {
    what: 'What your learning platform sent could not be read.',
    next: tellAdministrator,
  },
  'too-many-requests': {
    what: 'Journeybook was opened from your network more often than it can serve in a minute.',
    next: 'Wait a minute, then open Journeybook from your course again. Nothing was lost.',
    status: 429,
  },
  'platform-unknown': {
    what: 'Your learning platform is not connected to Journeybook yet.',
    next: 'Whoever manages learning platforms for your college connects it in Journeybook, under "Platforms".',
  },
  'client-id-missing': {
    what: 'Your learning platform did not say which college it is calling for.',
    next: 'Ask your learning platform administrator to check the client id of Journeybook there.',
  },
  'not-a-launch': {
    what: 'Journeybook opens from inside a course.',
    next: 'Go to your course in the learning platform and open Journeybook there.',
  },
  'platform-declined': {
    what: 'Your learning platform did not let you through.',
    next: 'Sign in to the learning platform again, then open Journeybook from your course.',
  },
  'cookie-missing': {
    what: 'Your browser does not let Journeybook remember this launch inside the course page.',
    next: 'Open Journeybook in a new window with the button below. If that does not work, go back to your course and open the link in a new tab.',
  },
  'storage-mismatch': {
    what: 'This launch was not begun in this browser, or your learning platform did not keep what Journeybook gave it.',
    next: 'Open Journeybook in a new window with the button below. If that does not work, go back to your course and open the link in a new tab.',
  },
  'state-used': { what: 'This launch was used already or has waited too long.', next: again },
  'token-unreadable': unverified,
  'wrong-algorithm': unverified,
  'key-unknown': unverified,
  'signature-wrong': unverified,
  'wrong-issuer': unverified,
  'wrong-audience': unverified,
  'wrong-nonce': unverified,
  'time-missing': unverified,
  'wrong-target': unverified,
  expired: {
    what: 'This launch has waited too long.',
    next: `${again} If it says so each time, tell your learning platform administrator that its clock must be set.`,
  },
  'clock-ahead': {
    what: "Your learning platform's clock is ahead of ours.",
    next: 'Tell your learning platform administrator that its clock must be set.',
  },
  'deployment-missing': incomplete,
  'deployment-unknown': {
    what: 'This installation of Journeybook in your learning platform is not connected to a college yet.',
    next: askToApprove,
  },
  'deployment-pending': {
    what: 'This installation of Journeybook in your learning platform is waiting to be connected to your college.',
    next: askToApprove,
  },
  'deployment-blocked': {
    what: 'This installation of Journeybook in your learning platform has been switched off.',
    next: 'Whoever manages learning platforms for your college can switch it on again in Journeybook, under "Platforms".',
  },
  'version-unknown': incomplete,
  'role-not-offered': {
    what: 'Only an instructor of the course can add Journeybook to it.',
    next: 'If you teach this course, ask your learning platform administrator to check your role in it.',
    status: 403,
  },
  'content-not-taken': {
    what: 'Your learning platform takes no links to Journeybook in this place.',
    next: 'Add Journeybook to the course as an activity or assignment instead.',
  },
  'course-missing': {
    what: 'Your learning platform did not say which course this is for.',
    next: 'Go to the course and add Journeybook there.',
  },
  'picker-ended': {
    what: 'This page has been open too long, so nothing was added.',
    next: 'Go back to your course and add Journeybook again.',
  },
  'message-not-offered': {
    what: 'Journeybook can be opened as an activity in a course, not from this place.',
    next: 'Add Journeybook to the course as an activity or link, then open that.',
  },
  'roles-missing': incomplete,
  'person-missing': {
    what: 'Your learning platform did not say who you are.',
    next: 'Sign in to the learning platform, then open Journeybook from your course.',
  },
  'claims-incomplete': incomplete,
} satisfies Record<string, Explanation>;
