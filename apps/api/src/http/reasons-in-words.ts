import type { InvitationOver, MentorLinkOver } from '@journeybook/domain';

/** Why an invitation opens nothing. */
export const invitationOver: Record<InvitationOver, string> = {
  unknown: 'This link is not complete, or a newer one was sent. Open the newest letter.',
  used: 'This invitation was accepted already. Sign in.',
  'taken-back': 'This invitation was taken back. Ask whoever invited you.',
  'inviter-left':
    'Whoever sent this invitation may no longer invite there. Ask the organization to send it again in another name.',
  'role-over': 'This invitation was for a role whose last day is over. Ask whoever invited you.',
  'run-out': 'This invitation has run out. Ask whoever invited you to send it again.',
};

/** Why a mentor’s link opens nothing. */
export const mentorLinkOver: Record<MentorLinkOver, string> = {
  unknown: 'This link is not complete. Open the newest letter, or ask the apprentice for another link.',
  used: 'This link was opened before, and it opens once. Ask the apprentice or the employer for another one.',
  'taken-back': 'This link was taken back. Ask the apprentice or the employer for another one.',
  'run-out': 'This link was good for three days. Ask the apprentice or the employer for another one.',
  'not-their-mentor': 'You are not assigned to this apprentice any more. Ask the employer.',
};

/** Why a provider cannot be asked. */
export const providerNotReached = {
  'no-answer': 'The sign-in of your organization does not answer. Try again in a moment.',
  'no-provider': 'There is no OpenID Connect provider at this issuer. Copy the issuer from its settings.',
  'another-issuer': 'The provider calls itself by another issuer. Copy the issuer exactly as its settings show it.',
  'not-public': 'The issuer has to be a public address that begins with https://.',
} as const;

/** What the server does not do for anybody at this moment. */
export const serverOverdone = {
  'too-slow': 'This took longer than it may, and nothing was changed. Try again in a minute.',
  'too-busy': 'More people are signing in at this moment than the server can serve. Try again in a minute.',
} as const;

/** What the mapping of a move would lose, by the codes in question. */
export const lostInMove = {
  'signed-work-lost': (codes: string) =>
    `Signed work stands behind ${codes}: say what it is called in the new version.`,
  'waiting-hours-lost': (codes: string) =>
    `Hours wait for a decision in ${codes}: say what it is called in the new version, or have them decided first.`,
  'history-not-possible': (codes: string) =>
    `Only a signed skill that a former employer alone has, and the new version has no place for, is kept as history. Say what ${codes} is called in the new version.`,
} as const;
