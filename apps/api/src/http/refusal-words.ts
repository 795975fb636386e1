import type { Minutes } from '@journeybook/domain';
import type { Refusal, RefusalKind } from './refusals.js';

type Words = { readonly [Kind in RefusalKind]: string | ((refusal: Extract<Refusal, { kind: Kind }>) => string) };

const asHours = (minutes: Minutes): string => {
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
};

/** One sentence for a person about each refusal: what is wrong, and what to do. */
const words: Words = {
  'invalid-request':
    'Something in the request is missing or not understood. Correct the fields named and send it again.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'The e-mail address or the password is not right. Try again.',
  'launch-ended': 'This page has been open too long or was opened before. Open it again from your course.',
  'not-allowed': 'Your role does not allow this.',
  'foreign-origin': 'The request came from another site and was not carried out.',
  'too-many-attempts': 'Too many attempts. Wait a minute and try again.',
  'not-found': 'There is nothing here that you may see.',
  'not-their-record': 'There is no such record, or you may not open it.',
  'id-taken': 'An entry with this id is there already, with other content. Reload the page and log it again.',
  'section-not-mapped': 'Choose which RTI course this is first.',
  'not-a-learner-here': 'This learner is not in the course any more. Read the roster again.',
  'learner-not-matched': 'Match this learner to an apprentice first.',
  'not-an-apprentice-here': 'There is no such apprentice with a sponsor that works with this college.',
  'course-not-offered': 'This RTI course is in no program that the college works with. Choose one from the list.',
  'no-roster-service':
    'The learning platform does not let Journeybook read who is in this course. Its administrator can switch on "names and roles" for Journeybook.',
  'minutes-not-positive': 'Log at least one minute.',
  'note-too-long': ({ longest }) => `Shorten the note to ${longest} characters.`,
  'future-date': ({ today }) => `This date is in the future; today is ${today}. Choose the day it happened.`,
  'before-agreement': ({ beganOn }) =>
    `The apprenticeship began on ${beganOn}. Hours before that day are a matter of advanced standing: ask the sponsor.`,
  'not-in-training': ({ status }) =>
    `The apprenticeship is ${status}; nothing can be added to it now. Ask the sponsor.`,
  'unknown-work-process': ({ workProcess }) =>
    `There is no work process ${workProcess} in this apprentice's standard. Choose one from the list.`,
  'over-24-hours': ({ minutesThatDay }) =>
    `That makes more than 24 hours on one date: ${asHours(minutesThatDay)} are logged already. Correct one of them.`,
  'not-their-hours': 'There is no such entry, or it is not yours.',
  'not-open': ({ status }) => `This entry is ${status} and cannot be changed any more.`,
  'changed-since-shown': 'Something here changed since you opened the page. Nothing was done; look at it again.',
  'not-submitted': ({ status }) =>
    `These hours are ${status}, not waiting for approval. Nothing was done; reload the list.`,
  'own-hours': 'Nobody approves their own hours.',
  'not-their-mentor': 'You were not assigned to this apprentice on that day.',
  'reason-missing': 'Say why you return the hours, so that they can be corrected.',
  'not-approved': ({ status }) => `These hours are ${status}; there is no approval to take back.`,
  'not-their-approval': 'Only the person who approved can take the approval back.',
  'too-late-to-undo': ({ windowMinutes }) =>
    `An approval can be taken back for ${windowMinutes} minutes. Ask the sponsor for a reversal.`,
  'own-competency': 'Nobody signs off their own competency.',
  'unknown-competency': "This competency is not in the apprentice's Job Book.",
  'level-not-on-scale': 'Choose a level of the scale.',
  'below-required-level': ({ requiredLevel }) => `A sign-off needs level ${requiredLevel} or above.`,
  'already-signed-off': 'This competency is signed off at that level already.',
  'course-not-in-standard': ({ course }) => `${course} is not among the RTI courses of this apprentice's standard.`,
  'score-out-of-range': 'Give a grade between 0 and 100 percent.',
  'below-pass-mark': ({ passMarkPercent }) => `The grade is below the pass mark of ${passMarkPercent} %.`,
};

/** The sentence for a refusal. */
export function inWords(refusal: Refusal): string {
  const sentence = words[refusal.kind] as string | ((refusal: Refusal) => string);
  return typeof sentence === 'string' ? sentence : sentence(refusal);
}
