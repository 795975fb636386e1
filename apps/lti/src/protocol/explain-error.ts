import type { PlatformErrorKind } from './platform-error.js';

export type PlatformJob = 'roster' | 'results' | 'score' | 'check' | 'notices';

const subject: Record<PlatformJob, string> = {
  roster: 'The list of learners could not be read',
  results: 'The grades could not be read',
  score: 'The grade could not be delivered',
  check: 'The connection could not be checked',
  notices: 'The learning platform could not be asked to tell of copied courses',
};

const sentences = {
  retry: 'the learning platform does not answer or is busy. Journeybook tries again by itself.',
  superseded: 'the gradebook holds a newer grade. Push yours again if it is the right one.',
  closed:
    'the learning platform no longer opens this course to Journeybook, as it does once a course has ended. What was read and confirmed stays. If the course has not ended, ask your learning platform administrator, then open Journeybook from the course once more.',
  gone: "Journeybook's column is no longer in the gradebook. Place Journeybook in the course again if its activity was deleted, open it once, and push the grades again.",
  rejected:
    'the learning platform does not accept it. Check that the learner is still enrolled as a learner, that the course and the activity are published, and that the course has not ended.',
  locked: 'the grade or its column is locked. Unlock it in the gradebook, then push it again.',
  configuration:
    'the learning platform does not let Journeybook use this service. Ask your learning platform administrator to allow it for Journeybook.',
} satisfies Record<PlatformErrorKind, string>;

/** One sentence or two for the instructor: what is wrong and who can fix it. */
export const explainPlatformError = (job: PlatformJob, kind: PlatformErrorKind): string =>
  `${subject[job]}: ${sentences[kind]}`;
