import type { Letter } from '../mail/mailer.js';

/** The link to choose a new password. Its secret stands behind `#`, which no browser sends and no server logs. */
export const resetLetter = (
  to: { readonly email: string; readonly name: string },
  { publicUrl, token }: { readonly publicUrl: string; readonly token: string },
): Letter => ({
  to: to.email,
  subject: 'Choose a new password for Journeybook',
  text: [
    `Hello ${to.name},`,
    'somebody asked for a new password for this address. If it was you, choose one here within the hour:',
    `${publicUrl}/reset#${token}`,
    'If it was not you, do nothing: your password stays as it is.',
  ].join('\n\n'),
});

/** Says that a password was changed, to whoever should know if it was not them. */
export const changedLetter = (to: { readonly email: string; readonly name: string }, publicUrl: string): Letter => ({
  to: to.email,
  subject: 'Your Journeybook password was changed',
  text: [
    `Hello ${to.name},`,
    'your password was just changed, and you were signed out on every other device.',
    `If it was not you, choose a new one at once: ${publicUrl}/forgot`,
  ].join('\n\n'),
});
