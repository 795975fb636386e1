import { asDollars, asHours, firstFew, inMinutes } from './amounts-in-words.js';
import { invitationOver, lostInMove, mentorLinkOver, providerNotReached, serverOverdone } from './reasons-in-words.js';
import type { Refusal } from './refusals.js';
import type { Words } from './second-factor-words.js';
import { secondFactorWords } from './second-factor-words.js';

/** One sentence for a person about each refusal: what is wrong, and what to do. */
const words: Words = {
  'invalid-request':
    'Something in the request is missing or not understood. Correct the fields named and send it again.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'The e-mail address or the password is not right. Try again.',
  'launch-ended': 'This page has been open too long or was opened before. Open it again from your course.',
  'not-allowed': 'Your role does not allow this.',
  'foreign-origin': 'The request came from another site and was not carried out.',
  'too-many-attempts': ({ seconds }) => `Too many attempts. Wait ${inMinutes(seconds)} and try again.`,
  'too-many-requests': ({ seconds }) => `That is a great deal at once. Wait ${seconds} seconds and go on.`,
  ...serverOverdone,
  'if-match-missing':
    'Somebody else may have changed this. Read it, and send the edition or version that stands beside it as If-Match.',
  'key-used-otherwise': 'Something else was sent under this key. Reload the page and do it again.',
  'still-running': 'This is still being carried out. Wait a moment and look again.',
  'carried-out-already': 'This was done already, and its answer was lost on the way. Reload the page to see it.',
  'not-found': 'There is nothing here that you may see.',
  'not-their-record': 'There is no such record, or you may not open it.',
  'id-taken': 'There is something with this id already, with other content. Reload the page and enter it again.',
  'section-not-mapped': 'Choose which RTI course this is first.',
  'not-a-learner-here': 'This learner is not in the course any more. Read the roster again.',
  'learner-not-matched': 'Match this learner to an apprentice first.',
  'not-an-apprentice-here': 'There is no such apprentice with a sponsor that works with this college.',
  'section-ends-before-it-begins': 'The last day comes before the first. Correct one of them.',
  'course-not-offered': 'This RTI course is in no program that the college works with. Choose one from the list.',
  'platform-known-otherwise':
    'This issuer and client id are connected already, with other addresses. Compare each address with what the platform shows; if they are right, ask the people who run Journeybook.',
  'deployment-taken': ({ deploymentId }) =>
    `The deployment ${deploymentId} belongs to another college. Copy the id of your own installation from the platform.`,
  'platform-not-by-hand': ({ origin }) =>
    origin === 'invitation'
      ? 'The platform registered these addresses itself, by an invitation. If they changed there, connect it anew with a new invitation, and remove or block this connection.'
      : 'The people who run Journeybook entered these addresses, and they alone can correct them. Send them what the platform shows.',
  'platform-shared':
    'Another college is connected by the same issuer and client ID, so no college changes them alone. The people who run Journeybook can: send them what the platform shows.',
  'platform-launched':
    'Somebody opened Journeybook by this issuer and client ID already, so they stay; the other addresses can still be corrected. If the platform has new ones, connect it anew and block this connection.',
  'platform-name-taken':
    'This issuer and client ID are connected already. Remove this connection, and enter its deployment ID with the issuer, client ID and addresses of that one.',
  'connection-opened':
    'Courses were opened from this connection, so it stays, with what is on record of them. Block it: then nobody can open Journeybook from there.',
  'not-pending': ({ status }) => `This installation is ${status} and does not wait for approval. Reload the page.`,
  'already-blocked': 'This installation is blocked already. Reload the page.',
  'not-blocked': ({ status }) => `This installation is ${status}, not blocked. Reload the page.`,
  'no-reading-service':
    'The learning platform lets Journeybook read neither who is in this course nor its grades. Its administrator can switch on "names and roles" and grades for Journeybook.',
  'minutes-not-positive': 'Give at least one minute.',
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
  'reason-missing': 'Give the reason: it stands beside the act for good.',
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
  'attendance-needs-hand':
    'A grade does not say how many hours were attended. Confirm by hand, or credit all hours of the course.',
  'attendance-missing': 'Give the hours that this learner attended.',
  'attendance-above-course': ({ courseMinutes }) =>
    `The course counts at most ${asHours(courseMinutes)}. Give what was attended, up to that.`,
  'review-decided': 'Somebody decided this already. Nothing was done; look at it again.',
  'not-their-confirmation': 'Only the person who confirmed can take it back.',
  'too-late-to-take-back': ({ windowSeconds }) =>
    `A confirmation can be taken back for ${windowSeconds} seconds. Ask the sponsor for a reversal.`,
  'claim-code-wrong':
    'This code is not right, was used or is too old. Check it, or ask your employer or sponsor for a new one.',
  'claim-tries-used-up': 'That was tried too often. Wait an hour, or ask your instructor to match you.',
  'already-matched': 'You are matched to a record already. If it is not yours, tell your instructor.',
  'score-out-of-range': 'Give a grade between 0 and 100 percent.',
  'below-pass-mark': ({ passMarkPercent }) => `The grade is below the pass mark of ${passMarkPercent} %.`,
  'record-closed': ({ status }) =>
    `This record is closed: the apprenticeship is ${status}. Coming back is a new agreement.`,
  'already-assigned': ({ from }) =>
    `This person is assigned already, since ${from}. End that assignment first or choose another period.`,
  'no-such-change': ({ from, to }) => `An agreement that is ${from} cannot become ${to}.`,
  'only-through': ({ through }) => `This change is made by ${through} only.`,
  'still-in-probation': 'Probation was only interrupted: reinstate the apprentice as registered.',
  'past-probation': 'Probation was over before: reinstate the apprentice as active.',
  'notice-missing':
    'After probation the apprentice is told first what has to be put right. Give the day of that notice.',
  'notice-too-short': ({ earliestOn }) =>
    `There has to be time to put things right: the earliest day is ${earliestOn}.`,
  'same-employer': 'The apprentice works for this employer already.',
  'employer-not-in-program': 'This employer does not take part in the program. Choose one that does.',
  'agreement-open': 'This person has an open agreement in this occupation already.',
  'already-ended': ({ until }) => `This assignment ends on ${until} already.`,
  'before-last-change': ({ changedOn }) => `The last change is of ${changedOn}. Choose that day or a later one.`,
  'standard-not-published': 'This version of the program is not published.',
  'another-occupation': 'That is a program of another occupation.',
  'not-agreed-by-apprentice': 'The apprentice has to agree to the transfer. Give the day they did.',
  'transcript-missing': 'The transcript of hours and instruction has to be handed over first. Give the day it was.',
  'already-voided': 'This was taken back already.',
  'not-voidable': 'This kind of entry is taken back in its own place, not here.',
  'already-requested': 'You have asked for this sign-off already.',
  'already-answered': ({ state }) => `This request is ${state} already.`,
  'published-never-changes': 'A published version never changes. Make a new draft of it.',
  'version-taken': ({ version }) => `There is a published version ${version} of this program. Choose another name.`,
  'standard-faulty': ({ findings }) =>
    `There are errors to put right first: ${findings.map((one) => one.message).join(' ')}`,
  'already-bound-before': 'The apprentice was bound to this version before.',
  'signed-work-lost': ({ kind, codes }) => lostInMove[kind](codes.join(', ')),
  'waiting-hours-lost': ({ kind, codes }) => lostInMove[kind](codes.join(', ')),
  'history-not-possible': ({ kind, codes }) => lostInMove[kind](codes.join(', ')),
  'competencies-merged': ({ code }) => `Two signed competencies would become ${code}. Each has to stay one of its own.`,
  'last-competency': ({ workProcess }) => `${workProcess} needs at least one competency. Add another one first.`,
  'code-taken': ({ code }) => `The code ${code} is taken. Choose another one.`,
  'already-decided': ({ state }) => `This request is ${state} already.`,
  'over-standing-cap': ({ capMinutes, grantedMinutes }) =>
    `The policy lets ${asHours(capMinutes)} be granted in all; this would make ${asHours(grantedMinutes)}.`,
  'over-youth-cap': ({ capMinutes }) => `Of the youth apprenticeship ${asHours(capMinutes)} may be granted at most.`,
  'more-than-required': ({ item, leftMinutes }) =>
    `Of ${item} only ${asHours(leftMinutes)} are left. More would be lost.`,
  'standing-too-late': ({ dueOn }) => `Credit had to be decided by ${dueOn}.`,
  'no-wage-schedule': 'The program lays no wage steps down.',
  'requirements-unmet': ({ unmet }) => `Not everything is met yet: ${firstFew(unmet.map((one) => one.title))}.`,
  'not-active': ({ status }) => `The apprenticeship is ${status}. It has to be active.`,
  'already-attested': 'Mastery is attested already. It waits for the sponsor.',
  'not-attested': 'The employer has not attested mastery yet.',
  'items-not-reviewed': ({ items }) => `${items.length} items were not looked at yet. Go through every one of them.`,
  'items-questioned': ({ items }) => `${items.length} items are questioned. Accept them or return the materials.`,
  'requirement-unmet': ({ requirement }) => `${requirement.title} is not met yet and cannot be accepted.`,
  'already-earned': 'This credential is on the record already.',
  'overlapping-times': ({ with: other }) => `These times overlap others on ${other.workedOn}. Correct one of them.`,
  'period-overlaps': ({ with: other }) => `This overlaps the period from ${other.from} to ${other.until}.`,
  'reported-before-change': ({ changedOn }) =>
    `It happened on ${changedOn}. Give the day it was reported, then or later.`,
  'own-mentor': 'Nobody mentors themselves.',
  'own-agreement': 'Nobody prepares their own agreement.',
  'own-credential': 'Nobody records their own credential.',
  'own-mastery': 'Nobody attests their own mastery.',
  'own-completion': 'Nobody decides about their own completion.',
  'own-variance': 'Nobody approves a variance for themselves.',
  'own-record': 'Nobody takes entries of their own record back.',
  'own-standing': 'Nobody decides about their own credit.',
  'own-wage': 'Nobody records their own wage.',
  'requester-cannot-decide': 'Whoever asked for it does not decide it. Another person of the sponsor has to.',
  'not-their-decision': 'This is not yours to decide.',
  'not-their-program': 'Only the sponsor of the program may do this.',
  'not-their-apprentice': 'Only the employer or the sponsor of this apprentice may do this.',
  'not-their-job-book': 'Only the employer whose Job Book it is may change it.',
  'period-backwards': 'The last day is before the first. Correct one of them.',
  'period-too-long': ({ longestDays }) => `A pay period has at most ${longestDays} days.`,
  'stand-in-without-end': 'A stand-in is assigned until a day. Give the last one.',
  'not-your-answers': 'Only the apprentice answers these questions, in their own session.',
  'no-such-answer': 'Choose one of the answers. "I do not wish to answer" is one of them.',
  'not-an-ssn':
    'This cannot be a social security number. It has nine digits, such as 512-34-6789, and never begins with 000, 666 or 9. Check it, or leave it out.',
  'not-a-birth-date': 'Give the day you were born.',
  'birth-date-needed': 'The agreement needs a date of birth, so it cannot be taken away. You can put it right.',
  'not-their-answers': 'There is no such apprentice, or their answers are not yours to see.',
  'acts-for-employer':
    'You run the employer of this apprentice or mentor them, and nobody at the employer may see these answers. Another administrator of the sponsor can make this file.',
  'already-held': 'There is a legal hold on this apprentice already. Reload the page.',
  'not-held': 'There is no legal hold of yours on this apprentice. Reload the page.',
  'already-erased': 'This was erased already. Reload the page.',
  'agreement-not-over': 'This agreement has not ended, so nothing of it is erased.',
  'still-kept': ({ until }) => `This has to be kept until ${until}. Nothing was erased.`,
  'on-legal-hold': 'There is a legal hold on this apprentice. Nothing is erased until every hold is lifted.',
  'too-young': ({ minimumAge }) => `An apprentice is at least ${minimumAge} years old on the first day.`,
  'signature-missing': 'The apprentice has to sign the agreement. Give the day they did.',
  'guardian-missing': ({ adultAge }) =>
    `Under ${adultAge} a parent or guardian signs too. Give their name, what they are to the apprentice, how to reach them, and the day.`,
  'times-out-of-range': 'The times have to begin on the date worked, and end within a day after they began.',
  'minutes-exceed-times': ({ minutesBetween }) =>
    `Between these times there are ${asHours(minutesBetween)}. Correct the times or the hours.`,
  'feedback-missing': 'Say in words what you saw, or what is still missing.',
  'another-evaluation-method': ({ method }) => `The program judges this by ${method.replace('-', ' ')}.`,
  'test-result-missing': 'This is judged by a test. Give its result.',
  'test-failed': ({ passMarkPercent }) => `The test was not passed: ${passMarkPercent} % are needed.`,
  'evaluation-evidence-missing': ({ method }) => `Say which ${method.replace('-', ' ')} it was.`,
  'title-missing': 'Give it a title.',
  'not-local': ({ code }) => `${code} is not among what an employer fills in.`,
  'sector-hours-differ': ({ requiredMinutes }) => `Together these courses have to make ${asHours(requiredMinutes)}.`,
  'mapping-incomplete': ({ codes }) => `Say once what becomes of ${codes.join(', ')}.`,
  'mapping-unknown-code': ({ codes }) => `There is no ${codes.join(', ')} in these versions.`,
  'nothing-requested': 'Ask for at least one item.',
  'item-twice': ({ item }) => `${item} stands twice. Ask for it once.`,
  'evidence-missing': 'Name what is shown for it, e.g. a transcript.',
  'more-than-requested': ({ item }) => `Of ${item} no more can be granted than was asked for, and once.`,
  'unknown-wage-step': 'The program has no such wage step.',
  'below-step-rate': ({ leastCentsPerHour }) => `This step pays at least ${asDollars(leastCentsPerHour)} an hour.`,
  'below-minimum-wage': ({ leastCentsPerHour }) => `The minimum wage is ${asDollars(leastCentsPerHour)} an hour.`,
  'wage-falls': ({ centsPerHour }) => `Wages never fall: ${asDollars(centsPerHour)} an hour were paid already.`,
  'step-falls': ({ step }) => `Step ${step} was given already. A lower one cannot follow.`,
  'statement-missing': 'Say in your own words that the occupation is mastered.',
  'unknown-requirement': 'There is no such requirement in this program.',
  'remark-missing': 'Say what is wrong with it.',
  'unknown-credential': 'The program asks for no such credential.',
  'reference-missing': 'Give the number of the certificate, or where it is kept.',
  'file-faulty': 'The file was not imported; nothing was changed. Correct what is named and import it again.',
  'not-a-mentor-here': 'This person is no mentor at the employer. Choose one from the list.',
  'wrong-password': 'This is not your password now. Try again.',
  'link-over': 'This link was used, or its hour is over. Ask for another one.',
  'invitation-over': ({ why }) => invitationOver[why],
  'address-is-somebody-elses':
    'This address belongs to somebody who is here already. Ask your employer or sponsor to send the invitation to another address.',
  'sign-in-instead': 'You have an account here. Sign in with it, then take the role.',
  'invited-as-another': 'The invitation was sent to another address than the one you are signed in with.',
  'password-too-short': ({ least }) =>
    `Choose a password of at least ${least} characters. A few words make a good one.`,
  'password-too-long': ({ most }) => `Choose a password of at most ${most} characters.`,
  'password-personal': 'Choose a password that is not made of your name or e-mail address.',
  'password-common': 'This password would be guessed soon. A few words that do not belong together make a good one.',
  'not-their-organization': 'There is nothing here that you may change.',
  'role-over': 'This role has ended already.',
  'last-administrator': 'This is the last administrator here. Invite another one first.',
  'has-sign-in': 'The apprentice can sign in already.',
  'invited-already': 'An invitation waits for an answer already. Send it again, or take it back first.',
  'address-missing': 'No e-mail address is on file. Give one.',
  'partner-already': 'An organization of this name works with you already.',
  'last-day-not-for-role': 'Only the role of an auditor ends by itself. Leave the last day out, and end the role then.',
  'last-day-over': ({ today }) => `The last day is over. Choose ${today} or a later one.`,
  'role-not-given-here': 'You cannot invite to this role here.',
  'holds-role-already': 'Somebody with this address has the role already.',
  'not-their-invitation': 'There is no such invitation, or it is not yours.',
  'sign-in-with-organization':
    'Your organization asks you to come in with its own sign-in. Choose “Sign in with your organization”.',
  'no-provider-entered': 'Enter the provider first.',
  'no-provider-for-domain': ({ domain }) =>
    `No organization lets its people in with addresses of ${domain}. Sign in with your password, or ask your organization.`,
  'client-secret-missing': 'Enter the client secret of this provider.',
  'provider-not-reached': ({ why }) => providerNotReached[why],
  'provider-knows-us-not':
    'The provider does not accept the client id and the client secret. Whoever runs your organization’s sign-in has to enter them anew.',
  'provider-declined':
    'Your organization’s sign-in sent you back without signing you in. Try again, or ask whoever runs it to let you use Journeybook.',
  'provider-answer-wrong':
    'What your organization’s sign-in sent back does not hold, so nobody was signed in. Try again; when it stays, tell whoever runs it.',
  'way-back-over':
    'This sign-in was used already, took longer than ten minutes or began in another browser. Begin again.',
  'provider-address-not-verified':
    'Your organization’s sign-in does not say that your e-mail address is verified. Ask whoever runs it.',
  'address-outside-domains': ({ address }) =>
    `Your organization’s sign-in says you are ${address}, and it may not speak for addresses like that here.`,
  'nobody-here':
    'Your organization’s sign-in knows you, but nobody invited this address to Journeybook there, or your role has ended. Ask your employer, college or sponsor for an invitation.',
  'linked-otherwise':
    'This account came in with another user of your organization’s sign-in before. Ask an administrator of your organization to take that connection away.',
  'confirm-with-password':
    'You also belong to another organization here. Sign in with your password once, then choose “Connect” under “Password and devices”.',
  'no-domain': 'Enter a domain such as college.edu: what stands behind the @ of your people’s addresses.',
  'public-mail-domain':
    'Anybody gets an address there, so no organization can speak for it. Enter a domain of your own.',
  'domain-taken': 'Another organization speaks for this domain here already.',
  'domain-asked-already': 'This domain stands here already.',
  'own-address-elsewhere': ({ domain }) =>
    `A sponsor shows that a domain is its own by an administrator with an address there. Invite one at ${domain}, who then enters it.`,
  'domain-allowed-already': 'This domain is allowed already.',
  'provider-not-tested': 'Test it first: nobody has come back from this provider yet.',
  'no-domain-allowed': 'A sponsor has to allow one of your domains first.',
  'come-in-that-way-first': 'Come in that way yourself first, so that you do not shut yourself out.',
  'account-needed': 'This role needs an account. Choose a password, then come in.',
  'mentor-not-assigned': 'This mentor is not assigned to the apprentice today. Choose another one.',
  'mentor-without-address': 'No e-mail address of this mentor is on file. Ask the employer to invite them at one.',
  'nothing-waits': 'Nothing waits for this mentor. Send hours, or ask for a sign-off first.',
  'mentor-link-over': ({ why }) => mentorLinkOver[why],
  'mentor-code-over': 'This code is over. Ask the apprentice to show a new one.',
  'link-session-over': 'What the link opened is over. Ask the apprentice or the employer for another link.',
  ...secondFactorWords,
};

/** The sentence for a refusal. */
export function inWords(refusal: Refusal): string {
  const sentence = words[refusal.kind] as string | ((refusal: Refusal) => string);
  return typeof sentence === 'string' ? sentence : sentence(refusal);
}
