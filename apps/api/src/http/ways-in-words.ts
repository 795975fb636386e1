import type { MentorLinkOver } from '@journeybook/domain';
import type { Words } from './refusal-words.js';

const mentorLinkOver: Record<MentorLinkOver, string> = {
  unknown: 'This link is not complete. Open the newest letter, or ask the apprentice for another link.',
  used: 'This link was opened before, and it opens once. Ask the apprentice or the employer for another one.',
  'taken-back': 'This link was taken back. Ask the apprentice or the employer for another one.',
  'run-out': 'This link was good for three days. Ask the apprentice or the employer for another one.',
  'not-their-mentor': 'You are not assigned to this apprentice any more. Ask the employer.',
};

const providerNotReached = {
  'no-answer': 'The sign-in of your organization does not answer. Try again in a moment.',
  'no-provider': 'There is no OpenID Connect provider at this issuer. Copy the issuer from its settings.',
  'another-issuer': 'The provider calls itself by another issuer. Copy the issuer exactly as its settings show it.',
  'not-public': 'The issuer has to be a public address that begins with https://.',
} as const;

/** About coming in by an organisation's sign-in or by a mentor's link. */
export const waysInWords = {
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
} satisfies Partial<Words>;
